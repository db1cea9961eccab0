import { normalQuantile } from './normal-distribution.ts';

/** What came of `cases` pairs: `gains` where only the candidate did well, `losses` where only the current model did. */
export interface PairedCounts {
  readonly cases: number;
  readonly gains: number;
  readonly losses: number;
}

/** From −1 to 1. */
export type Interval = readonly [low: number, high: number];

/**
 * The score interval for the difference of two paired proportions, candidate − current: T. Tango, “Equivalence test and confidence
 * interval for the difference in proportions for the paired-sample design”, Statistics in Medicine 17, 1998. It holds all differences
 * that `tangoScore` does not reject, so it excludes −margin exactly when Tango’s test of non-inferiority rejects.
 */
export function tangoInterval({ cases, gains, losses }: PairedCounts, alpha: number): Interval {
  const z = normalQuantile(1 - alpha / 2);
  // The upper end is the lower one seen from the other side; what `-0` would be is 0.
  return [lowerEnd({ cases, gains, losses }, z), 0 - lowerEnd({ cases, gains: losses, losses: gains }, z)];
}

/**
 * How many standard errors the counts lie above a true difference of `delta`; falls as `delta` grows. The standard error is that of the
 * likeliest chances with that difference: q below, of a loss, solves Tango’s quadratic.
 */
export function tangoScore({ cases, gains, losses }: PairedCounts, delta: number): number {
  const a = 2 * cases;
  const b = -gains - losses + (2 * cases - gains + losses) * delta;
  const c = -losses * delta * (1 - delta);
  const q = (Math.sqrt(Math.max(0, b * b - 4 * a * c)) - b) / (2 * a);
  const variance = cases * (2 * q + delta * (1 - delta));
  const above = gains - losses - cases * delta;
  return variance > 0 ? above / Math.sqrt(variance) : Math.sign(above) * Infinity;
}

function lowerEnd(counts: PairedCounts, z: number): number {
  let [low, high] = [-1, (counts.gains - counts.losses) / counts.cases];
  while (high - low > 1e-12) {
    const middle = (low + high) / 2;
    if (tangoScore(counts, middle) > z) low = middle;
    else high = middle;
  }
  return low;
}
