import { describe, expect, it } from 'vitest';
import { holm } from '../../../domain/comparison/holm.ts';
import { leastPValue, signTest } from '../../../domain/comparison/sign-test.ts';
import { tangoInterval, tangoScore } from '../../../domain/comparison/tango-interval.ts';

const rounded = (values: readonly number[], digits: number) => values.map((value) => Number(value.toFixed(digits)));

describe('McNemar’s exact test, which is the sign test of the pairs that differ', () => {
  it.each`
    wins   | losses | pValue     | source
    ${1}   | ${7}   | ${0.0703}  | ${'airway hyper-responsiveness, Fagerland, Lydersen and Laake 2013'}
    ${6}   | ${16}  | ${0.0525}  | ${'complete response, the same paper'}
    ${0}   | ${6}   | ${0.03125} | ${'twice one half to the sixth'}
    ${0}   | ${5}   | ${0.0625}  | ${'five losses alone are not enough for 0.05'}
    ${5}   | ${5}   | ${1}       | ${'nothing on either side'}
    ${0}   | ${0}   | ${1}       | ${'nothing at all'}
    ${86}  | ${150} | ${0.00004} | ${'approval ratings, Agresti, Categorical Data Analysis, §10.1'}
    ${150} | ${86}  | ${0.00004} | ${'the same from the other side'}
  `('$wins against $losses: p $pValue ($source)', ({ wins, losses, pValue }: Record<string, number>) => {
    expect(Math.abs(signTest(wins ?? 0, losses ?? 0) - (pValue ?? 0))).toBeLessThan(5e-5);
  });

  it('never rejects more often than it says, whatever the number of pairs that differ', () => {
    for (let pairs = 1; pairs <= 200; pairs += 1) {
      const pValues = Array.from({ length: pairs + 1 }, (_, wins) => signTest(wins, pairs - wins));
      const ways = Array.from({ length: pairs + 1 }, (_, wins) => wins).reduce<number[]>(
        (all, wins) => [...all, wins === 0 ? 2 ** -pairs : ((all[wins - 1] ?? 0) * (pairs - wins + 1)) / wins],
        [],
      );
      const rejected = ways.filter((_, wins) => (pValues[wins] ?? 1) <= 0.05).reduce((sum, chance) => sum + chance, 0);
      expect(rejected).toBeLessThanOrEqual(0.05);
      expect(Math.min(...pValues)).toBeCloseTo(leastPValue(pairs), 12);
    }
  });
});

describe('Tango’s interval', () => {
  it.each`
    cases   | gains | losses | low        | high       | digits | source
    ${21}   | ${1}  | ${7}   | ${-0.517}  | ${-0.026}  | ${3}   | ${'airway hyper-responsiveness, Fagerland, Lydersen and Laake 2014'}
    ${161}  | ${6}  | ${16}  | ${-0.124}  | ${-0.005}  | ${3}   | ${'complete response, the same'}
    ${1600} | ${86} | ${150} | ${-0.06}   | ${-0.02}   | ${2}   | ${'approval ratings, Agresti: the same to two digits'}
    ${160}  | ${40} | ${20}  | ${0.03086} | ${0.21806} | ${5}   | ${'the example of the R package PropCIs, computed with SciPy from Tango’s equations'}
    ${5}    | ${0}  | ${5}   | ${-1}      | ${-0.131}  | ${3}   | ${'all lost'}
    ${5}    | ${5}  | ${0}   | ${0.131}   | ${1}       | ${3}   | ${'all won'}
  `(
    '$gains gains and $losses losses of $cases: $low to $high ($source)',
    ({ cases = 0, gains = 0, losses = 0, low, high, digits = 0 }: Record<string, number>) => {
      expect(rounded(tangoInterval({ cases, gains, losses }, 0.05), digits)).toEqual([low, high]);
    },
  );

  it('without any difference is z² / (n + z²) to either side, so 73 cases reach 5 points and 72 do not', () => {
    const low = (cases: number) => tangoInterval({ cases, gains: 0, losses: 0 }, 0.05)[0];
    const square = 1.959963984540054 ** 2;

    expect(low(400)).toBeCloseTo(-square / (400 + square), 10);
    expect([low(73) > -0.05, low(72) > -0.05]).toEqual([true, false]);
  });

  it('holds exactly the differences that the score does not reject', () => {
    for (const counts of [
      { cases: 40, gains: 3, losses: 9 },
      { cases: 200, gains: 0, losses: 4 },
      { cases: 30, gains: 30, losses: 0 },
    ]) {
      const [low, high] = tangoInterval(counts, 0.1);
      expect(tangoScore(counts, low)).toBeCloseTo(1.6448536, 5);
      if (high < 1) expect(tangoScore(counts, high)).toBeCloseTo(-1.6448536, 5);
      for (let delta = -0.99; delta < 0.98; delta += 0.01)
        expect(tangoScore(counts, delta)).toBeGreaterThan(tangoScore(counts, delta + 0.01));
    }
  });

  it('lies wholly below 0 wherever the sign test finds more losses', () => {
    for (let differing = 0; differing <= 120; differing += 1)
      for (let gains = 0; gains < differing / 2; gains += 1)
        if (signTest(gains, differing - gains) <= 0.05)
          expect(tangoInterval({ cases: 120, gains, losses: differing - gains }, 0.05)[1]).toBeLessThan(0);
  });
});

describe('Holm’s adjustment', () => {
  it('steps down from the smallest, and never below an earlier one', () => {
    expect(rounded(holm([0.01, 0.04, 0.03, 0.005]), 10)).toEqual([0.03, 0.06, 0.06, 0.02]);
  });

  it.each`
    pValues                | expected               | why
    ${[]}                  | ${[]}                  | ${'nothing'}
    ${[0.04]}              | ${[0.04]}              | ${'one alone stays'}
    ${[0.7, 0.6]}          | ${[1, 1]}              | ${'at most 1'}
    ${[0.02, 0.02]}        | ${[0.04, 0.04]}        | ${'ties'}
    ${[0.001, 0.9, 0.001]} | ${[0.003, 0.9, 0.003]} | ${'in the order they came'}
  `('$why', ({ pValues, expected }: { pValues: number[]; expected: number[] }) => {
    expect(rounded(holm(pValues), 10)).toEqual(expected);
  });
});
