import type { PromotionRequest, Serving } from '../../domain/custom-models/promotion-problems.ts';
import { promotionProblems } from '../../domain/custom-models/promotion-problems.ts';
import { sourceModel } from '../../domain/custom-models/source-model.ts';
import { copySupport } from '../../catalogue/copy-support.ts';
import { BadInputError } from '../exit.ts';

export interface PromotionOptions {
  readonly to?: string;
  readonly regions?: string;
  readonly name?: string;
  readonly serve?: string;
  readonly modelKey?: readonly string[];
  readonly simulated?: boolean;
}

const servings: readonly Serving[] = ['deployment', 'provisioned', 'none'];

/** What is asked for, from the options. Throws `BadInputError`, which says what to do instead where a model cannot be promoted at all. */
export async function promotionFrom(arn: string | undefined, given: PromotionOptions): Promise<PromotionRequest> {
  const story = given.simulated
    ? (await import('../../local/aws/custom-models/promotion-story.ts')).promotionStoryTerms
    : null;
  const model = arn ?? story?.model ?? '';
  const source = sourceModel(model);
  if (source.kind === 'refused') throw new BadInputError(`MODEL: ${model || 'nothing'}: ${source.instead}`);
  const { serve = 'deployment', modelKey = [] } = given;
  const serving = servings.find((one) => one === serve);
  if (!serving) throw new BadInputError(`--serve: expected ${servings.join(', ')}, got ${serve}`);

  const regions = (given.regions ?? story?.regions.join(',') ?? '').split(',').map((region) => region.trim());
  const request: PromotionRequest = {
    source,
    targetAccount: given.to ?? story?.targetAccount ?? '',
    regions: [...new Set(regions.filter((region) => region !== ''))],
    name: given.name ?? `copy-of-${source.id}`,
    serving,
    keys: Object.fromEntries(modelKey.map((key) => [key.split(':')[3] ?? '', key])),
  };
  const problems = promotionProblems(request, copySupport);
  if (problems.length > 0) throw new BadInputError(problems.join('\n'));
  return request;
}
