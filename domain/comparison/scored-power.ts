import { adjusted } from './bootstrap-interval.ts';
import { normalCdf, normalQuantile } from './normal-distribution.ts';
import type { Chances, Limits, Truth } from './power.ts';

/**
 * The chances for scores: the mean of the differences is taken as normal with the deviation given, and its interval as the adjusted
 * one, which the bootstrap hardly ever exceeds where the differences do not lean to one side.
 */
export function scoredChances(
  cases: number,
  { deviation, difference }: Extract<Truth, { kind: 'scored' }>,
  { margin, alpha }: Limits,
): Chances {
  const z = normalQuantile(1 - alpha / 2);
  const interval = (mean: number) => adjusted(cases, cases * mean, cases * (deviation ** 2 + mean ** 2), z);
  const readyFrom = meanWhere((mean) => interval(mean)[0] > -margin);
  const worseBelow = meanWhere((mean) => interval(mean)[1] >= 0);
  const below = (mean: number) => {
    const above = mean - difference;
    return above === 0 ? 0.5 : normalCdf(above / (deviation / Math.sqrt(cases)));
  };
  return { ready: 1 - below(readyFrom), regressed: below(Math.min(worseBelow, readyFrom)) };
}

/** The mean from which something holds, at most 1. */
function meanWhere(holds: (mean: number) => boolean): number {
  let [low, high] = [-1, 1];
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}
