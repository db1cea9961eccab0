import { adjusted } from './bootstrap-interval.ts';
import { normalCdf, normalQuantile } from './normal-distribution.ts';
import type { Chances, Limits, Truth } from './power.ts';
import type { Random } from './seeded-random.ts';
import { below } from './seeded-random.ts';

/** So many resamples that what they find is within a point or two, and no more draws than a fifth of a second allows. */
const resamplesOf = (cases: number) => Math.min(20_000, Math.max(2_000, Math.round(2e7 / cases)));

/**
 * The chance of `ready` of an equally good candidate, where differences spread and lean as those of this run: from resamples of them,
 * shifted so that their mean is 0. Counts with the adjusted interval, which the bootstrap’s exceeds only where a few cases differ much.
 */
export function resampledPower(differences: readonly number[], { margin, alpha }: Limits, random: Random): number {
  const cases = differences.length;
  const mean = differences.reduce((sum, each) => sum + each, 0) / cases;
  const centred = Float64Array.from(differences, (each) => each - mean);
  const z = normalQuantile(1 - alpha / 2);
  const resamples = resamplesOf(cases);
  let ready = 0;
  for (let resample = 0; resample < resamples; resample += 1) {
    let [sum, squares] = [0, 0];
    for (let count = cases; count > 0; count -= 1) {
      const each = centred[below(random, cases)] ?? 0;
      sum += each;
      squares += each * each;
    }
    if (adjusted(cases, sum, squares, z)[0] > -margin) ready += 1;
  }
  return ready / resamples;
}

/**
 * The chances before a run, or of a larger one, where only the deviation is known: the mean of the differences is taken as normal, and
 * its interval as the adjusted one. Near only where differences do not lean to one side.
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
  const chanceBelow = (mean: number) => {
    const above = mean - difference;
    return above === 0 ? 0.5 : normalCdf(above / (deviation / Math.sqrt(cases)));
  };
  return { ready: 1 - chanceBelow(readyFrom), regressed: chanceBelow(Math.min(worseBelow, readyFrom)) };
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
