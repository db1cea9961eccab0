import { describe, expect, it } from 'vitest';
import { latency } from '../../../domain/comparison/latency.ts';
import { seededRandom } from '../../../domain/comparison/seeded-random.ts';

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const of = (values: readonly number[], first: readonly number[] = []) => latency(values, first, 0.05);

describe('latency', () => {
  it('is the median, the 95th percentile and the median to the first token, of whatever order', () => {
    expect(of([30, 10, 20, 40], [5, 1, 3])).toMatchObject({ p50: 20, p95: 40, ttft: 3, calls: 4 });
    expect(of(upTo(100))).toMatchObject({ p50: 50, p95: 95 });
  });

  it('is unknown where nothing was measured', () => {
    expect(of([])).toEqual({
      p50: null,
      p95: null,
      ttft: null,
      intervals: { p50: null, p95: null, ttft: null },
      calls: 0,
    });
  });

  it.each`
    count  | p50          | p95           | why
    ${5}   | ${null}      | ${null}       | ${'too few'}
    ${6}   | ${[1, 6]}    | ${null}       | ${'the least for a median'}
    ${10}  | ${[2, 9]}    | ${null}       | ${'the second and the ninth, which hold 97.9 %'}
    ${15}  | ${[4, 12]}   | ${null}       | ${'96.5 %'}
    ${20}  | ${[6, 15]}   | ${null}       | ${'95.9 %'}
    ${71}  | ${[27, 45]}  | ${null}       | ${'too few for the 95th percentile'}
    ${72}  | ${[28, 45]}  | ${[64, 72]}   | ${'the least for it'}
    ${200} | ${[86, 115]} | ${[184, 197]} | ${'many'}
  `(
    'of $count calls lies between order statistics: $why',
    ({ count, p50, p95 }: { count: number; p50: unknown; p95: unknown }) => {
      expect(of(upTo(count)).intervals).toMatchObject({ p50, p95 });
      expect(of([], upTo(count)).intervals.ttft).toEqual(p50);
    },
  );

  it('covers the true quantiles as often as it says, whatever the distribution', () => {
    const random = seededRandom(3);
    const runs = 4_000;
    let [p50, p95] = [0, 0];
    for (let run = 0; run < runs; run += 1) {
      const { intervals } = of(Array.from({ length: 100 }, () => (random() / 2 ** 32) ** 3));
      if (intervals.p50 && intervals.p50[0] <= 0.125 && intervals.p50[1] >= 0.125) p50 += 1;
      if (intervals.p95 && intervals.p95[0] <= 0.857375 && intervals.p95[1] >= 0.857375) p95 += 1;
    }

    const noise = 3 * Math.sqrt((0.05 * 0.95) / runs);
    expect(p50 / runs).toBeGreaterThan(0.95 - noise);
    expect(p95 / runs).toBeGreaterThan(0.95 - noise);
    expect(p50 / runs).toBeLessThan(0.98);
  });
});
