import { below, seededRandom } from '../comparison/seeded-random.ts';
import type { Random } from '../comparison/seeded-random.ts';

/** What a case is drawn by. */
export interface Drawn {
  /** Characters of its prompt. */
  readonly length: number;
  /** Who asked; empty where that is not known. */
  readonly caller: string;
}

/**
 * The places of `size` cases that stand for all, by caller and by quarter of the prompts' lengths, in order; all of them where there are
 * no more. Every case is as likely to be drawn as any other, and every stratum has its share, at most one more or less: cases are
 * shuffled within their stratum, the strata laid end to end, and one case taken at every step, from a random start.
 * @see W. G. Cochran, Sampling Techniques, 3rd edition, 1977, chapter 8 (systematic sampling)
 */
export function stratifiedSample(cases: readonly Drawn[], size: number, seed: number): readonly number[] {
  if (size >= cases.length) return cases.map((_, place) => place);
  const random = seededRandom(seed);
  const quarterOf = quarters(cases.map(({ length }) => length));
  const strata = new Map<string, number[]>();
  for (const [place, { length, caller }] of cases.entries()) {
    const stratum = `${caller}\n${quarterOf(length)}`;
    const places = strata.get(stratum);
    if (places) places.push(place);
    else strata.set(stratum, [place]);
  }
  const laid = [...strata.keys()].toSorted().flatMap((name) => shuffled(strata.get(name) ?? [], random));
  const step = laid.length / size;
  const start = (random() / 2 ** 32) * step;
  return Array.from({ length: size }, (_, turn) => laid[Math.floor(start + turn * step)] ?? 0).toSorted(
    (a, b) => a - b,
  );
}

/** In which quarter of all lengths one is, 0 to 3. */
function quarters(lengths: readonly number[]): (length: number) => number {
  const sorted = lengths.toSorted((a, b) => a - b);
  const cuts = [1, 2, 3].map((quarter) => sorted[Math.floor((sorted.length * quarter) / 4)] ?? 0);
  return (length) => cuts.filter((cut) => length >= cut).length;
}

/** Every order is as likely: R. A. Fisher and F. Yates; R. Durstenfeld, Algorithm 235, Communications of the ACM 7(7), 1964. */
function shuffled(items: readonly number[], random: Random): readonly number[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = below(random, last + 1);
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}
