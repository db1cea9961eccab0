import type { ComparisonPolicy } from './comparison-policy.ts';
import type { Metric } from './metric.ts';
import { tellsQuality } from './metric.ts';

/** All that a verdict depends on. */
export interface Evidence {
  /** The first is primary. */
  readonly metrics: readonly Metric[];
  /** The primary metric over the cases that tell of both models (`PairedValues`); `null` where none does. */
  readonly whereTold: Pick<Metric, 'interval' | 'power' | 'cases'> | null;
  /** In how many cases the judge contradicted itself; 0 where it is not primary. */
  readonly contradicted: number;
  /** In how many cases the candidate breaks and the current model does not, and the other way round. */
  readonly newBreaks: number;
  readonly healedBreaks: number;
}

export interface Decision {
  readonly kind: 'ready' | 'regressed' | 'inconclusive';
  /** The metrics that have regressed. */
  readonly regressed: readonly Metric[];
  /** Whether the primary metric is good enough, also where only cases count that tell of both models. */
  readonly goodEnough: boolean;
}

/**
 * `ready`: the primary interval lies above −margin, also where only cases count that the current model answered and on which the judge,
 * where it is primary, did not contradict itself; there are no more new hard breaks than allowed, and no other metric has regressed. `regressed`: one has. Else `inconclusive`; always so where the primary
 * metric cannot tell good answers from bad.
 */
export function decision(evidence: Evidence, policy: ComparisonPolicy): Decision {
  const { metrics, newBreaks, whereTold } = evidence;
  const [primary] = metrics;
  const regressed = metrics.filter((metric) => hasRegressed(metric, newBreaks, policy));
  const intervals = [primary?.interval ?? null, whereTold?.interval ?? null];
  const goodEnough = intervals.every((each) => each !== null && each[0] > -policy.margin);
  const ready = goodEnough && newBreaks <= policy.allowedNewBreaks && primary !== undefined && tellsQuality(primary);
  return { kind: regressed.length > 0 ? 'regressed' : ready ? 'ready' : 'inconclusive', regressed, goodEnough };
}

/**
 * Worse beyond doubt, and not shown to be within what is allowed: after Holm significant, the interval wholly below 0, and not wholly
 * above −margin; of `unbroken`, more new breaks than allowed instead of the last.
 */
function hasRegressed(metric: Metric, newBreaks: number, policy: ComparisonPolicy): boolean {
  const tolerated =
    metric.name === 'unbroken' ? newBreaks <= policy.allowedNewBreaks : metric.interval[0] > -policy.margin;
  return metric.pAdjusted <= policy.alpha && metric.interval[1] < 0 && !tolerated;
}
