import { describe, expect, it } from 'vitest';
import { below, seededRandom, splitMix64, xoshiro128 } from '../../../domain/comparison/seeded-random.ts';

describe('the random generator', () => {
  it('is xoshiro128**, as its reference code runs from the state 1, 2, 3, 4', () => {
    const random = xoshiro128([1, 2, 3, 4]);

    expect(Array.from({ length: 10 }, random)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  it('is seeded by SplitMix64, as its reference code runs from 1234567', () => {
    const next = splitMix64(1234567n);

    expect(Array.from({ length: 5 }, next)).toEqual([
      6457827717110365317n,
      3203168211198807973n,
      9817491932198370423n,
      4593380528125082431n,
      16408922859458223821n,
    ]);
  });

  it('says the same for the same seed, and something else for another', () => {
    const first = (seed: number) => Array.from({ length: 3 }, seededRandom(seed));

    expect(first(7)).toEqual(first(7));
    expect(first(7)).not.toEqual(first(8));
    expect(new Set([...first(-1), ...first(0), ...first(2 ** 40)]).size).toBe(9);
  });

  it('is uniform below a bound: chi-squared of ten equal parts', () => {
    const random = seededRandom(1);
    const parts = Array.from({ length: 10 }, () => 0);
    for (let draw = 0; draw < 100_000; draw += 1) {
      const part = below(random, 10);
      parts[part] = (parts[part] ?? 0) + 1;
    }
    const chiSquared = parts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);

    expect(parts).toHaveLength(10);
    // The 99.9th percentile with nine degrees of freedom.
    expect(chiSquared).toBeLessThan(27.88);
  });
});
