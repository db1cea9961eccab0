import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stratifiedSample } from '../../../domain/cases/stratified-sample.ts';

/** 60 prompts of one caller, 30 of another, 7 of a third, of many lengths. */
const logged = Array.from({ length: 97 }, (_, place) => ({
  length: (place * 37) % 101,
  caller: place < 60 ? 'checkout' : place < 90 ? 'search' : 'nightly',
}));

describe('stratifiedSample', () => {
  it('draws each case as often as any other: chi-square over 4,000 seeds, below its 99.9 % point', () => {
    const [size, seeds] = [20, 4_000];
    const times = logged.map(() => 0);
    for (let seed = 1; seed <= seeds; seed += 1)
      for (const place of stratifiedSample(logged, size, seed)) times[place] = (times[place] ?? 0) + 1;

    const expected = (seeds * size) / logged.length;
    const chiSquare =
      times.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0) / (1 - size / logged.length);
    // 96 degrees of freedom: 144.6 (Wilson and Hilferty).
    expect(chiSquare).toBeLessThan(144.6);
    expect(Math.min(...times)).toBeGreaterThan(0);
  });

  it('gives every caller its share, at most one more or less', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const drawn = stratifiedSample(logged, 20, seed);
      const of = (caller: string) => drawn.filter((place) => logged[place]?.caller === caller).length;

      expect(Math.abs(of('checkout') - (20 * 60) / 97)).toBeLessThan(1);
      expect(Math.abs(of('search') - (20 * 30) / 97)).toBeLessThan(1);
    }
  });

  it('gives every quarter of the lengths of a caller its share', () => {
    const even = Array.from({ length: 80 }, (_, length) => ({ length, caller: '' }));
    for (let seed = 1; seed <= 100; seed += 1) {
      const drawn = stratifiedSample(even, 8, seed);

      expect([0, 20, 40, 60].map((from) => drawn.filter((place) => place >= from && place < from + 20).length)).toEqual(
        [2, 2, 2, 2],
      );
    }
  });

  it('may draw neighbours: cases of a stratum come in no order', () => {
    const even = Array.from({ length: 80 }, (_, length) => ({ length, caller: '' }));
    const seeds = Array.from({ length: 500 }, (_, seed) => seed);

    expect(seeds.some((seed) => [0, 1].every((place) => stratifiedSample(even, 8, seed).includes(place)))).toBe(true);
  });

  it('draws as many as asked, each once, in order, the same for the same seed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ length: fc.nat(50), caller: fc.constantFrom('', 'a', 'b') })),
        fc.integer({ min: 1, max: 60 }),
        fc.nat(),
        (cases, size, seed) => {
          const drawn = stratifiedSample(cases, size, seed);

          expect(drawn).toHaveLength(Math.min(size, cases.length));
          expect([...new Set(drawn)].toSorted((a, b) => a - b)).toEqual(drawn);
          expect(drawn.every((place) => place < cases.length)).toBe(true);
          expect(stratifiedSample(cases, size, seed)).toEqual(drawn);
        },
      ),
    );
  });

  it('draws others for another seed', () => {
    expect(stratifiedSample(logged, 20, 1)).not.toEqual(stratifiedSample(logged, 20, 2));
  });
});
