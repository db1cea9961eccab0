import { binomialCdf } from './binomial-distribution.ts';

/** Of the calls that were answered, in milliseconds; `null` where nothing was measured, or too little for an interval. */
export interface Latency {
  readonly p50: number | null;
  readonly p95: number | null;
  /** The median time to the first token. */
  readonly ttft: number | null;
  readonly intervals: Readonly<Record<'p50' | 'p95' | 'ttft', MillisecondInterval | null>>;
  /** How many calls were measured. */
  readonly calls: number;
}

export type MillisecondInterval = readonly [low: number, high: number];

export function latency(whole: readonly number[], firstToken: readonly number[], alpha: number): Latency {
  const [times, first] = [whole.toSorted((a, b) => a - b), firstToken.toSorted((a, b) => a - b)];
  return {
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    ttft: quantile(first, 0.5),
    intervals: {
      p50: quantileInterval(times, 0.5, alpha),
      p95: quantileInterval(times, 0.95, alpha),
      ttft: quantileInterval(first, 0.5, alpha),
    },
    calls: times.length,
  };
}

/** The smallest value that at least a share `p` of all does not exceed. */
function quantile(sorted: readonly number[], p: number): number | null {
  return sorted[Math.max(0, Math.ceil(p * sorted.length - 1e-9) - 1)] ?? null;
}

/**
 * Between two of the values, whatever their distribution: how many lie below the quantile is binomial (W. Conover, Practical
 * Nonparametric Statistics, §3.2). Holds at least 1 − alpha. `null` where the values are too few to bound it on both sides: fewer than
 * 6 for a median, or 72 for p95, at alpha 0.05.
 */
function quantileInterval(sorted: readonly number[], p: number, alpha: number): MillisecondInterval | null {
  const count = sorted.length;
  const atMost = (k: number) => binomialCdf(k, count, p);
  const lowRank = firstWhere(count, (rank) => atMost(rank) > alpha / 2);
  const highRank = firstWhere(count, (rank) => 1 - atMost(rank) <= alpha / 2);
  const [low, high] = [sorted[lowRank - 1], sorted[highRank]];
  return low === undefined || high === undefined ? null : [low, high];
}

/** The least whole number from 0 to `limit` for which something holds that, once it holds, holds for all above. */
function firstWhere(limit: number, holds: (value: number) => boolean): number {
  let [low, high] = [0, limit];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
