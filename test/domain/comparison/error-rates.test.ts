import { describe, expect, it } from 'vitest';
import { binomialPmf } from '../../../domain/comparison/binomial-distribution.ts';
import { defaultComparisonPolicy as policy } from '../../../domain/comparison/comparison-policy.ts';
import { chances } from '../../../domain/comparison/power.ts';
import { signTest } from '../../../domain/comparison/sign-test.ts';
import type { Interval } from '../../../domain/comparison/tango-interval.ts';
import { tangoInterval } from '../../../domain/comparison/tango-interval.ts';

/**
 * What the rule for one metric of pass and fail does, over every table of gains and losses there can be, weighed by its chance: no
 * noise of simulation. The rule is written out anew here, from the interval and the p-value alone.
 */
function exactChances(cases: number, discordance: number, difference: number, { margin, alpha } = policy) {
  const gain = discordance === 0 ? 0 : (discordance + difference) / (2 * discordance);
  let [ready, regressed] = [0, 0];
  for (let differing = 0; differing <= cases; differing += 1) {
    const weight = binomialPmf(differing, cases, discordance);
    if (weight < 1e-9) continue;
    for (let gains = 0; gains <= differing; gains += 1) {
      const chance = weight * binomialPmf(gains, differing, gain);
      if (chance < 1e-10) continue;
      const [low, high] = intervalOf(cases, gains, differing - gains, alpha);
      if (low > -margin) ready += chance;
      else if (high < 0 && pValueOf(gains, differing - gains) <= alpha) regressed += chance;
    }
  }
  return { ready, regressed };
}

const intervals = new Map<string, Interval>();
const pValues = new Map<number, number>();

function intervalOf(cases: number, gains: number, losses: number, alpha: number): Interval {
  const key = [cases, gains, losses, alpha].join(' ');
  const found = intervals.get(key) ?? tangoInterval({ cases, gains, losses }, alpha);
  intervals.set(key, found);
  return found;
}

function pValueOf(gains: number, losses: number): number {
  const found = pValues.get(gains * 1024 + losses) ?? signTest(gains, losses);
  pValues.set(gains * 1024 + losses, found);
  return found;
}

const sizes = [20, 50, 200, 1000];
const discordances = [0.02, 0.05, 0.1, 0.2, 0.4];

describe('errors of the rule for pass and fail, exactly', () => {
  it.each(sizes)('%i cases: a candidate worse by the margin is `ready` with a chance near half of alpha', (cases) => {
    for (const discordance of [...discordances, 0.6].filter((each) => each >= 0.05))
      expect(exactChances(cases, discordance, -0.05).ready).toBeLessThanOrEqual(0.031);
  });

  it('and at most 0.037 even of few cases that nearly all differ, which two usable models never do', () => {
    const worst = sizes.flatMap((cases) => [0.8, 0.9, 0.95, 1].map((each) => exactChances(cases, each, -0.05).ready));

    expect(Math.max(...worst)).toBeGreaterThan(0.03);
    expect(Math.max(...worst)).toBeLessThanOrEqual(0.037);
  });

  it.each(sizes)('%i cases: one worse by more than the margin is `ready` more rarely', (cases) => {
    for (const discordance of [0.1, 0.2, 0.4])
      expect(exactChances(cases, discordance, -0.08).ready).toBeLessThanOrEqual(
        exactChances(cases, discordance, -0.05).ready,
      );
  });

  it.each(sizes)('%i cases: one that is not worse is `regressed` with a chance of at most half of alpha', (cases) => {
    for (const discordance of [...discordances, 0.6, 0.9, 1])
      for (const difference of [0, 0.02].filter((each) => each <= discordance))
        expect(exactChances(cases, discordance, difference).regressed).toBeLessThanOrEqual(0.025);
  });

  it('holds for other margins and another alpha', () => {
    for (const [margin, alpha] of [
      [0.02, 0.05],
      [0.1, 0.05],
      [0.05, 0.1],
    ] as const) {
      const other = { ...policy, margin, alpha };
      for (const discordance of [0.1, 0.3]) {
        expect(exactChances(200, discordance, -margin, other).ready).toBeLessThanOrEqual(0.6 * alpha);
        expect(exactChances(200, discordance, 0, other).regressed).toBeLessThanOrEqual(alpha / 2);
      }
    }
  });
});

describe('the power that is claimed', () => {
  it.each(sizes)('is the power there is, of %i cases, to a thousandth', (cases) => {
    for (const discordance of discordances)
      for (const difference of [0, -0.05, -0.1, 0.03].filter((each) => Math.abs(each) <= discordance)) {
        const claimed = chances(cases, { kind: 'counted', discordance, difference }, policy);
        const exact = exactChances(cases, discordance, difference);
        expect(Math.abs(claimed.ready - exact.ready)).toBeLessThan(0.001);
        expect(Math.abs(claimed.regressed - exact.regressed)).toBeLessThan(0.001);
      }
  });

  it('is the power there is, however small alpha', () => {
    for (const alpha of [0.2, 0.001, 1e-6])
      for (const cases of [22, 30]) {
        const truth = { kind: 'counted', discordance: 0.9, difference: -0.88 } as const;
        const exact = exactChances(cases, 0.9, -0.88, { ...policy, alpha });
        expect(Math.abs(chances(cases, truth, { ...policy, alpha }).regressed - exact.regressed)).toBeLessThan(1e-6);
      }
  });

  it('is certain where nothing differs and there are cases enough', () => {
    const nothing = { kind: 'counted', discordance: 0, difference: 0 } as const;

    expect(chances(72, nothing, policy)).toEqual({ ready: 0, regressed: 0 });
    expect(chances(73, nothing, policy)).toEqual({ ready: 1, regressed: 0 });
  });

  it('grows with cases, and falls with discordance, leaving teeth aside', () => {
    const ready = (cases: number, discordance: number) =>
      chances(cases, { kind: 'counted', discordance, difference: 0 }, policy).ready;

    expect([100, 200, 400, 800, 3_200].map((cases) => ready(cases, 0.2))).toEqual(
      [100, 200, 400, 800, 3_200].map((cases) => ready(cases, 0.2)).toSorted((a, b) => a - b),
    );
    expect(ready(300, 0.05)).toBeGreaterThan(ready(300, 0.1));
    expect(ready(100_000, 0.3)).toBeCloseTo(1, 10);
  });

  it('of very many cases, where every k-th number stands for its neighbours, is that of the normal limit', () => {
    const { ready } = chances(60_000, { kind: 'counted', discordance: 0.3, difference: -0.045 }, policy);
    // (0.005 − 1.96 s) / s with s = √((0.3 − 0.045²) / 60,000): Φ(0.27).
    expect(Math.abs(ready - 0.608)).toBeLessThan(0.01);
  });
});
