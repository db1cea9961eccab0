import { describe, expect, it } from 'vitest';
import { adjustedMetrics } from '../../../domain/comparison/adjusted-metrics.ts';
import { defaultComparisonPolicy as policy } from '../../../domain/comparison/comparison-policy.ts';
import type { Decision } from '../../../domain/comparison/decision.ts';
import { decision } from '../../../domain/comparison/decision.ts';
import type { Measured } from '../../../domain/comparison/metric.ts';
import { chances } from '../../../domain/comparison/power.ts';
import { seededRandom } from '../../../domain/comparison/seeded-random.ts';
import { leastPValue, signTest } from '../../../domain/comparison/sign-test.ts';
import { tangoInterval } from '../../../domain/comparison/tango-interval.ts';

const runs = 10_000;

/** What one case does to each metric: 1 a gain, −1 a loss. A broken answer does not pass either. */
interface Kind {
  readonly share: number;
  readonly pass: -1 | 0 | 1;
  readonly judge: -1 | 0 | 1;
  readonly unbroken: -1 | 0 | 1;
}

/** Cases as two models make them: both passing and judged alike, save for what is given. */
function cases({ gain = 0, loss = 0, preferred = 0, rejected = 0, healed = 0, broken = 0 }): readonly Kind[] {
  return [
    { share: gain, pass: 1, judge: 1, unbroken: 0 },
    { share: loss, pass: -1, judge: -1, unbroken: 0 },
    { share: healed, pass: 1, judge: 1, unbroken: 1 },
    { share: broken, pass: -1, judge: -1, unbroken: -1 },
    { share: preferred, pass: 0, judge: 1, unbroken: 0 },
    { share: rejected, pass: 0, judge: -1, unbroken: 0 },
  ];
}

const known = new Map<string, Measured>();

function metricOf(name: string, size: number, gains: number, losses: number): Measured {
  const key = [name, size, gains, losses].join(' ');
  const counts = { cases: size, gains, losses };
  const found = known.get(key) ?? {
    metric: {
      name,
      ...counts,
      current: 0,
      candidate: 0,
      difference: (gains - losses) / size,
      interval: tangoInterval(counts, policy.alpha),
      pValue: signTest(gains, losses),
      power: 0,
    },
    leastPValue: leastPValue(gains + losses),
    seen: { kind: 'counted', discordance: 0, difference: 0 },
  };
  known.set(key, found);
  return found;
}

/** How often each verdict falls in so many runs of so many cases. */
function verdicts(size: number, kinds: readonly Kind[], seed = 1): Record<Decision['kind'], number> {
  const random = seededRandom(seed);
  const found = { ready: 0, regressed: 0, inconclusive: 0 };
  const limits = kinds.map(
    (_, index) => kinds.slice(0, index + 1).reduce((sum, { share }) => sum + share, 0) * 2 ** 32,
  );
  const total = limits.at(-1) ?? 0;
  const counts = new Int32Array(kinds.length);
  for (let run = 0; run < runs; run += 1) {
    counts.fill(0);
    for (let one = 0; one < size; one += 1) {
      const word = random();
      if (word >= total) continue;
      for (let kind = 0; kind < limits.length; kind += 1)
        if (word < (limits[kind] ?? 0)) {
          counts[kind] = (counts[kind] ?? 0) + 1;
          break;
        }
    }
    const count = (name: 'pass' | 'judge' | 'unbroken', sign: number) =>
      kinds.reduce((sum, kind, index) => sum + (kind[name] === sign ? (counts[index] ?? 0) : 0), 0);
    const all = (['pass', 'judge', 'unbroken'] as const).map((name) =>
      metricOf(name, size, count(name, 1), count(name, -1)),
    );
    const metrics = adjustedMetrics(all);
    const breaks = { newBreaks: count('unbroken', -1), healedBreaks: count('unbroken', 1) };
    const whereTold = metrics[0] ?? null;
    found[decision({ metrics, whereTold, contradicted: 0, ...breaks }, policy).kind] += 1 / runs;
  }
  return found;
}

/** Three standard errors of a share found in so many runs. */
const noise = (share: number) => 3 * Math.sqrt((share * (1 - share)) / runs);
const sizes = [20, 50, 200, 1000];

describe('10,000 runs judged by pass, judge and hard breaks together', () => {
  it.each(sizes)('of %i cases call a candidate that is no worse `regressed` in at most 5 of 100', (size) => {
    for (const kinds of [
      cases({ gain: 0.05, loss: 0.05, preferred: 0.1, rejected: 0.1 }),
      cases({ gain: 0.1, loss: 0.1, preferred: 0.05, rejected: 0.05, healed: 0.03, broken: 0.03 }),
      cases({ gain: 0.12, loss: 0.05, preferred: 0.2, rejected: 0.2 }),
    ])
      expect(verdicts(size, kinds).regressed).toBeLessThanOrEqual(policy.alpha + noise(policy.alpha));
  });

  it.each(sizes)(
    'of %i cases call one that is worse by the margin `ready` in at most 5 of 100, in truth in 3',
    (size) => {
      for (const kinds of [
        cases({ loss: 0.05 }),
        cases({ gain: 0.03, loss: 0.08, preferred: 0.1, rejected: 0.1 }),
        cases({ gain: 0.15, loss: 0.2, preferred: 0.2, rejected: 0.1 }),
      ])
        expect(verdicts(size, kinds).ready).toBeLessThanOrEqual(0.03 + noise(0.03));
    },
  );

  it.each([200, 1000])(
    'of %i cases call one that breaks in 1 of 50 where the current model does not, never `ready`',
    (size) => {
      expect(verdicts(size, cases({ gain: 0.03, loss: 0.02, broken: 0.02 })).ready).toBeLessThan(0.02);
    },
  );

  it.each([
    { size: 60, kinds: cases({ loss: 0.25 }), kind: 'regressed', least: 0.99, why: 'a quarter of all cases lost' },
    { size: 400, kinds: cases({ gain: 0.03, loss: 0.03 }), kind: 'ready', least: 0.95, why: 'an equal pair' },
    { size: 40, kinds: cases({ gain: 0.03, loss: 0.05 }), kind: 'inconclusive', least: 0.85, why: 'too few cases' },
    { size: 1000, kinds: cases({ broken: 0.02 }), kind: 'regressed', least: 0.99, why: 'new breaks beyond doubt' },
    { size: 60, kinds: cases({ broken: 0.02 }), kind: 'inconclusive', least: 0.95, why: 'new breaks, but few' },
  ] as const)('tell $why to be $kind', ({ size, kinds, kind, least }) => {
    expect(verdicts(size, kinds)[kind]).toBeGreaterThan(least);
  });

  it.each(sizes)('of %i cases are `ready` as often as was claimed, within 2 points', (size) => {
    for (const [gain, loss] of [
      [0.02, 0.02],
      [0.1, 0.1],
      [0.06, 0.09],
    ] as const) {
      const truth = { kind: 'counted', discordance: gain + loss, difference: gain - loss } as const;
      const simulated = verdicts(size, cases({ gain, loss }), 2);
      expect(Math.abs(simulated.ready - chances(size, truth, policy).ready)).toBeLessThan(0.02);
    }
  });
});
