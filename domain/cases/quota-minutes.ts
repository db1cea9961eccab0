import type { Burndown } from '../catalogue.ts';
import type { ModelQuota } from '../inventory.ts';

/** What a run takes of the candidate's quota of tokens a minute. */
export interface QuotaMinutes {
  readonly quota: ModelQuota;
  /** As the quota counts them. */
  readonly tokens: number;
  readonly burndown: number;
  /** The least time that the quota leaves the run. */
  readonly minutes: number;
}

/**
 * `null` where quota or burndown is not known. Where a model has several quotas, that of the way it is called counts.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/quotas-token-burndown.html
 */
export function quotaMinutes(
  modelId: string,
  quotas: readonly ModelQuota[],
  burndown: Burndown | null,
  tokens: { readonly input: number; readonly output: number },
): QuotaMinutes | null {
  const scope = modelId.startsWith('global.')
    ? 'globalCrossRegion'
    : /^[a-z-]+\.[a-z0-9]+\./.test(modelId)
      ? 'crossRegion'
      : 'onDemand';
  const quota = quotas.find((one) => one.unit === 'tokensPerMinute' && one.scope === scope);
  if (!quota || burndown === null || quota.value <= 0) return null;
  const counted = tokens.input + tokens.output * burndown.output;
  return { quota, tokens: counted, burndown: burndown.output, minutes: counted / quota.value };
}
