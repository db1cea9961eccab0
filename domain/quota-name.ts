import type { Catalogue } from './catalogue.ts';
import type { ModelQuota } from './inventory.ts';

export type QuotaName = Pick<ModelQuota, 'modelId' | 'unit' | 'scope'>;

/** As Service Quotas writes them; the words before the model vary, the order does not. */
const pattern =
  /^(?<scope>on-demand|cross-region|global cross-region)(?: model)? inference (?<unit>tokens|requests) per minute for (?<model>.+)$/i;

const scopes = {
  'on-demand': 'onDemand',
  'cross-region': 'crossRegion',
  'global cross-region': 'globalCrossRegion',
} as const;

/**
 * What the name of one of Bedrock's quotas is about: codes are opaque and no field says. The model is named as AWS displays it,
 * with or without its provider and a `V1`; it must be the whole rest of the name, since `Claude Sonnet 4` also begins
 * `Claude Sonnet 4.6` and `Claude Sonnet 4 V1 1M Context Length`.
 */
export function quotaNames({ models }: Pick<Catalogue, 'models'>): (name: string) => QuotaName | null {
  const byName = new Map(
    models.flatMap(({ modelId, name, provider }) =>
      [name, `${provider} ${name}`]
        .flatMap((one) => [one, `${one} V1`])
        .map((one) => [one.toLowerCase(), modelId] as const),
    ),
  );
  return (name) => {
    const { scope, unit, model } = pattern.exec(name.trim())?.groups ?? {};
    const modelId = byName.get(model?.toLowerCase() ?? '');
    if (modelId === undefined || scope === undefined) return null;
    return {
      modelId,
      scope: scopes[scope.toLowerCase() as keyof typeof scopes],
      unit: unit?.toLowerCase() === 'tokens' ? 'tokensPerMinute' : 'requestsPerMinute',
    };
  };
}
