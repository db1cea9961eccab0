import { bootstrapInterval } from './bootstrap-interval.ts';
import type { ComparisonPolicy } from './comparison-policy.ts';
import type { PairedValues } from './paired-values.ts';
import { permutationTest } from './permutation-test.ts';
import type { Truth } from './power.ts';
import { chances } from './power.ts';
import { resampledPower } from './scored-power.ts';
import { seededRandom } from './seeded-random.ts';
import { leastPValue, signTest } from './sign-test.ts';
import type { Interval, PairedCounts } from './tango-interval.ts';
import { tangoInterval } from './tango-interval.ts';

/** How the two models did by one measure, in parts of 1. */
export interface Metric {
  /** `pass`, `judge`, `unbroken`, or the kind of a check. */
  readonly name: string;
  readonly primary: boolean;
  /** The mean of the current model’s values; of `judge`, the share of cases that it won. */
  readonly current: number;
  readonly candidate: number;
  /** Candidate − current. */
  readonly difference: number;
  /** Of the difference, with confidence 1 − alpha. */
  readonly interval: Interval;
  /** Two-sided, of no difference, as if this were the only metric. */
  readonly pValue: number;
  /** After Holm, over all metrics. */
  readonly pAdjusted: number;
  /** The chance that a run like this one shows an equally good candidate to be within the margin. */
  readonly power: number;
  /** The cases that this metric speaks of. */
  readonly cases: number;
  /** In how many of them the candidate did better, and worse. */
  readonly gains: number;
  readonly losses: number;
}

/** Where nothing is checked and nobody judged, an answer that is not broken may still be wrong. */
export function tellsQuality({ name }: Metric): boolean {
  return name !== 'unbroken';
}

/** A metric before Holm, with what is needed to adjust it and to say how many cases it takes. */
export interface Measured {
  readonly metric: Omit<Metric, 'primary' | 'pAdjusted'>;
  /** The least p-value that the differing cases could have given; 1 where no case differs. */
  readonly leastPValue: number;
  /** The truth that the data suggest. */
  readonly seen: Truth;
}

/** Counts are told by the sign test and Tango’s interval, scores by permutation and bootstrap. There must be at least one case. */
export function measured(values: PairedValues, policy: ComparisonPolicy, seed: number): Measured {
  const { name, current, candidate } = values;
  const cases = current.length;
  const differences = candidate.map((value, index) => value - (current[index] ?? 0));
  const counts = {
    cases,
    gains: differences.filter((each) => each > 1e-9).length,
    losses: differences.filter((each) => each < -1e-9).length,
  };
  const means = { current: meanOf(current), candidate: meanOf(candidate) };
  if (values.counted) return countedMetric(name, counts, means, policy);

  const random = seededRandom(seed);
  const difference = meanOf(differences);
  const deviation = Math.sqrt(meanOf(differences.map((each) => (each - difference) ** 2)));
  const seen: Truth = { kind: 'scored', deviation, difference };
  const interval = bootstrapInterval(differences, policy.alpha, random);
  const pValue = permutationTest(differences, random);
  const power = resampledPower(differences, policy, random);
  return {
    metric: { name, ...means, difference, interval, pValue, power, ...counts },
    leastPValue: leastPValue(counts.gains + counts.losses),
    seen,
  };
}

/** Where few cases differ, or none, the share that would is taken half a case higher, as after Jeffreys. */
export function countedMetric(
  name: string,
  counts: PairedCounts,
  means: { readonly current: number; readonly candidate: number },
  policy: ComparisonPolicy,
): Measured {
  const { cases, gains, losses } = counts;
  const seen: Truth = {
    kind: 'counted',
    discordance: (gains + losses + 0.5) / (cases + 1),
    difference: (gains - losses) / (cases + 1),
  };
  return {
    metric: {
      name,
      ...means,
      difference: (gains - losses) / cases,
      interval: tangoInterval(counts, policy.alpha),
      pValue: signTest(gains, losses),
      power: chances(cases, { ...seen, difference: 0 }, policy).ready,
      ...counts,
    },
    leastPValue: leastPValue(gains + losses),
    seen,
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
