import { describe, expect, it } from 'vitest';
import { adjustedInterval, bcaInterval, bootstrapInterval } from '../../../domain/comparison/bootstrap-interval.ts';
import { permutationTest } from '../../../domain/comparison/permutation-test.ts';
import { seededRandom } from '../../../domain/comparison/seeded-random.ts';

/** Darwin’s maize, cross- less self-fertilised, in eighths of an inch: R. Fisher, The Design of Experiments, 1935, §17. */
const maize = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48];
/** Most cases the same, some lost badly. */
const lopsided = [...Array.from({ length: 30 }, () => 0), -0.9, -0.5, -0.7, 0.2, 0.1, 0.1, -0.1, 0.05, 0.3, -1];

const skewed = [0.91, 0.02, 0.13, 0.05, 0.01, 0.32, 0.04, 0.07, 0.02, 0.11, 0.03, 0.08];

describe('the paired permutation test', () => {
  it('gives Fisher’s 1,726 of 32,768 for Darwin’s maize, within what drawing allows', () => {
    const exact = 1_726 / 32_768;
    const found = [1, 2, 3, 4].map((seed) => permutationTest(maize, seededRandom(seed)));

    for (const each of found) expect(Math.abs(each - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / 9_999));
    expect(new Set(found).size).toBeGreaterThan(1);
  });

  it.each`
    differences                               | pValue         | why
    ${[0.5, 0.5, 0.5, 0.5, 0.5]}              | ${2 / 32}      | ${'all one way'}
    ${[0.3, 0.2, -0.1]}                       | ${4 / 8}       | ${'the four sums as far as 0.4: 0.6 and 0.4, either way'}
    ${[0.1, 0.2, 0, 0, -0.3]}                 | ${1}           | ${'no difference, whatever its last digit'}
    ${[]}                                     | ${1}           | ${'no case'}
    ${[0, 0, 0]}                              | ${1}           | ${'no case that differs'}
    ${Array.from({ length: 14 }, () => -0.1)} | ${2 / 2 ** 14} | ${'still exact with 14'}
  `('is exact for few differences: $why', ({ differences, pValue }: { differences: number[]; pValue: number }) => {
    expect(permutationTest(differences, seededRandom(1))).toBe(pValue);
  });

  it('is never 0', () => {
    expect(
      permutationTest(
        Array.from({ length: 100 }, () => -0.5),
        seededRandom(1),
      ),
    ).toBe(1 / 10_000);
  });

  it('is the sign test where all differences are of one size', () => {
    const differences = [...Array.from({ length: 10 }, () => -1), ...Array.from({ length: 2 }, () => 1)];

    expect(permutationTest(differences, seededRandom(1))).toBeCloseTo((2 * (1 + 12 + 66)) / 2 ** 12, 12);
  });
});

describe('the bootstrap interval', () => {
  const bca = (differences: readonly number[], seed = 1) =>
    bcaInterval(Float64Array.from(differences), 0.05, seededRandom(seed));

  it.each`
    name          | differences                        | low       | high        | tolerance
    ${'maize'}    | ${maize.map((each) => each / 100)} | ${-0.016} | ${0.3635}   | ${0.006}
    ${'lopsided'} | ${lopsided}                        | ${-0.169} | ${-0.00125} | ${0.003}
    ${'skewed'}   | ${skewed}                          | ${0.0625} | ${0.4147}   | ${0.0045}
  `(
    'BCa agrees with SciPy 1.17 at 200,000 resamples: $name',
    ({
      differences,
      low,
      high,
      tolerance,
    }: {
      differences: number[];
      low: number;
      high: number;
      tolerance: number;
    }) => {
      const found = Array.from({ length: 40 }, (_, seed) => bca(differences, seed));
      const meanOf = (end: 0 | 1) => found.reduce((sum, each) => sum + each[end] / found.length, 0);
      expect(Math.abs(meanOf(0) - low)).toBeLessThan(tolerance);
      expect(Math.abs(meanOf(1) - high)).toBeLessThan(tolerance);
    },
  );

  it('is moved by skewness: the plain percentiles of the lopsided sample are −0.1475 and 0.00875', () => {
    expect(bca(lopsided)[1]).toBeLessThan(0.00875);
    expect(bca(lopsided)[0]).toBeLessThan(-0.155);
  });

  it.each`
    differences                            | low                     | high
    ${maize.map((each) => each / 100)}     | ${-0.08751343186645302} | ${0.4208209564994445}
    ${lopsided}                            | ${-0.1691312021963802}  | ${0.057364848343047836}
    ${Array.from({ length: 73 }, () => 0)} | ${-0.04999200795573111} | ${0.04999200795573111}
  `(
    'the adjusted one is $low to $high',
    ({ differences, low, high }: { differences: number[]; low: number; high: number }) => {
      const [foundLow, foundHigh] = adjustedInterval(differences, 0.05);
      expect(foundLow).toBeCloseTo(low, 10);
      expect(foundHigh).toBeCloseTo(high, 10);
    },
  );

  it('is as wide, at each end, as the wider of the two, but no wider than differences can be', () => {
    const rare = Array.from({ length: 300 }, (_, index) => (index < 3 ? -1 : 0.01));
    const mirrored = rare.map((each) => -each);
    for (const differences of [maize.map((each) => each / 100), lopsided, [0, 0, 0], rare, mirrored]) {
      const [one, other] = [bca(differences), adjustedInterval(differences, 0.05)];
      expect(bootstrapInterval(differences, 0.05, seededRandom(1))).toEqual([
        Math.min(one[0], other[0]),
        Math.max(one[1], other[1]),
      ]);
    }
    expect(bootstrapInterval([-1, -1, -1], 0.05, seededRandom(1))[0]).toBe(-1);
    expect(bootstrapInterval([1], 0.05, seededRandom(1))[1]).toBe(1);
    expect(bca(rare)[0]).toBeLessThan(adjustedInterval(rare, 0.05)[0]);
    expect(bca(mirrored)[1]).toBeGreaterThan(adjustedInterval(mirrored, 0.05)[1]);
  });
});
