import { describe, expect, it } from 'vitest';
import { adjusted, bcaInterval } from '../../../domain/comparison/bootstrap-interval.ts';
import { defaultComparisonPolicy as policy } from '../../../domain/comparison/comparison-policy.ts';
import { normalQuantile } from '../../../domain/comparison/normal-distribution.ts';
import { permutationTest } from '../../../domain/comparison/permutation-test.ts';
import { chances } from '../../../domain/comparison/power.ts';
import { resampledPower } from '../../../domain/comparison/scored-power.ts';
import { seededRandom } from '../../../domain/comparison/seeded-random.ts';

/** Differences of two scores around a mean of 0, by their quantiles. */
const shapes: Readonly<Record<string, (u: number) => number>> = {
  even: (u) => 0.6 * (u - 0.5),
  peaked: (u) => Math.sign(u - 0.5) * 0.6 * Math.abs(2 * u - 1) ** 2,
  'rarely different': (u) => (u < 0.8 ? 0 : 6 * (u - 0.9)),
  'rare bad losses': (u) => (u < 0.05 ? -0.95 : 0.05),
  'rare great gains': (u) => (u < 0.05 ? 0.95 : -0.05),
  'leaning to losses': (u) => 0.2 - 0.6 * u ** 2,
};
const names = Object.keys(shapes);
const z = normalQuantile(0.975);

/** How often runs of so many cases around a mean have an interval of which something holds, and with the bootstrap’s BCa besides. */
function share(
  runs: number,
  cases: number,
  shape: string,
  mean: number,
  holds: (low: number, high: number) => boolean,
  bootstrap = cases <= 200,
) {
  const random = seededRandom(11);
  const quantile = shapes[shape] ?? (() => 0);
  const differences = new Float64Array(cases);
  let [byAdjusted, byBoth] = [0, 0];
  for (let run = 0; run < runs; run += 1) {
    let [sum, squares] = [0, 0];
    for (let index = 0; index < cases; index += 1) {
      const each = mean + quantile(random() / 2 ** 32);
      differences[index] = each;
      sum += each;
      squares += each * each;
    }
    if (!holds(...(adjusted(cases, sum, squares, z) as [number, number]))) continue;
    byAdjusted += 1 / runs;
    if (bootstrap && !holds(...(bcaInterval(differences, policy.alpha, random) as [number, number]))) continue;
    byBoth += 1 / runs;
  }
  return { byAdjusted, byBoth };
}

const noise = (chance: number, runs = 10_000) => 3 * Math.sqrt((chance * (1 - chance)) / runs);
const withinMargin = (low: number) => low > -policy.margin;

describe.each(names)('scores that are %s', (shape) => {
  it.each([20, 50, 200])('are found within the margin, while they are not, in at most 3 of 100 runs of %i', (cases) => {
    expect(share(10_000, cases, shape, -policy.margin, withinMargin).byBoth).toBeLessThanOrEqual(0.03 + noise(0.03));
  });

  it('are found so in at most 4 of 100 runs of 1,000 by the adjusted interval alone', () => {
    expect(share(10_000, 1_000, shape, -policy.margin, withinMargin).byAdjusted).toBeLessThanOrEqual(
      0.04 + noise(0.04),
    );
  });

  it.each([20, 50])('lie wholly below 0, while they do not, in at most 3 of 100 runs of %i', (cases) => {
    expect(share(10_000, cases, shape, 0, (_, high) => high < 0).byBoth).toBeLessThanOrEqual(0.03 + noise(0.03));
  });

  it('lie so in at most 4 of 100 runs of 1,000 by the adjusted interval alone', () => {
    expect(share(10_000, 1_000, shape, 0, (_, high) => high < 0).byAdjusted).toBeLessThanOrEqual(0.04 + noise(0.04));
  });

  it.each([60, 100, 300])('have the power that is claimed after a run of %i, within 2 points', (cases) => {
    const differences = Array.from({ length: cases }, (_, index) => shapes[shape]?.((index + 0.5) / cases) ?? 0);
    const claimed = resampledPower(differences, policy, seededRandom(1));
    expect(Math.abs(share(10_000, cases, shape, 0, withinMargin, false).byAdjusted - claimed)).toBeLessThan(0.02);
  });
});

describe.each(['even', 'peaked', 'rarely different'])('scores that are %s', (shape) => {
  it.each([100, 300])('have the power that is claimed before a run of %i, within 2 points', (cases) => {
    const grid = Array.from({ length: 10_000 }, (_, index) => shapes[shape]?.((index + 0.5) / 10_000) ?? 0);
    const deviation = Math.sqrt(grid.reduce((sum, each) => sum + each * each, 0) / grid.length);
    const { ready } = chances(cases, { kind: 'scored', deviation, difference: 0 }, policy);
    expect(Math.abs(share(10_000, cases, shape, 0, withinMargin, false).byAdjusted - ready)).toBeLessThan(0.02);
  });

  it('are found worse with the power that is claimed', () => {
    const grid = Array.from({ length: 10_000 }, (_, index) => shapes[shape]?.((index + 0.5) / 10_000) ?? 0);
    const deviation = Math.sqrt(grid.reduce((sum, each) => sum + each * each, 0) / grid.length);
    const { regressed } = chances(150, { kind: 'scored', deviation, difference: -0.06 }, policy);
    const worse = (low: number, high: number) => high < 0 && !withinMargin(low);
    expect(Math.abs(share(10_000, 150, shape, -0.06, worse, false).byAdjusted - regressed)).toBeLessThan(0.02);
  });
});

describe('power for scores', () => {
  it('does not depend on the difference that was seen', () => {
    const differences = Array.from({ length: 150 }, (_, index) => (index % 7) / 20 - 0.15);
    const shifted = differences.map((each) => each - 0.2);
    const power = (values: readonly number[]) => resampledPower(values, policy, seededRandom(1));

    expect(power(differences)).toBeGreaterThan(0.2);
    expect(power(shifted)).toBeCloseTo(power(differences), 2);
  });

  it('counts a small loss of very many cases as ready, not as regressed besides', () => {
    const truth = { kind: 'scored', deviation: 0.2, difference: -0.01 } as const;

    expect(chances(100_000, truth, policy).ready).toBeCloseTo(1, 6);
    expect(chances(100_000, truth, policy).regressed).toBeCloseTo(0, 6);
  });

  it('is certain, either way, where no case differs', () => {
    const nothing = { kind: 'scored', deviation: 0, difference: 0 } as const;

    expect([72, 73].map((cases) => chances(cases, nothing, policy))).toEqual([
      { ready: 0, regressed: 0 },
      { ready: 1, regressed: 0 },
    ]);
  });
});

describe('the bootstrap beside the adjusted interval', () => {
  it.each(names.filter((name) => !name.startsWith('rare ')))(
    'hardly changes the power where scores are %s',
    (shape) => {
      const { byAdjusted, byBoth } = share(200, 150, shape, 0, withinMargin);
      expect(byAdjusted - byBoth).toBeLessThan(0.02);
    },
  );

  it('lowers it where a few cases are lost badly, which the adjusted interval alone takes too lightly', () => {
    const { byAdjusted, byBoth } = share(200, 100, 'rare bad losses', 0, withinMargin);
    expect(byBoth).toBeLessThan(byAdjusted);
  });
});

describe('the permutation test', () => {
  it('finds a difference where there is none in at most 5 of 100 runs', () => {
    const random = seededRandom(5);
    let found = 0;
    for (let run = 0; run < 1_000; run += 1) {
      const differences = Array.from({ length: 12 }, () => random() / 2 ** 32 - 0.5);
      if (permutationTest(differences, random) <= 0.05) found += 1 / 1_000;
    }
    expect(found).toBeLessThanOrEqual(0.05 + noise(0.05, 1_000));
  });
});
