import type { Random } from './seeded-random.ts';

/** Up to here all patterns of signs are looked at, above it so many drawn ones. */
const allPatternsOf = 14;
const draws = 9_999;

/**
 * The two-sided p-value of the paired permutation test: how often the sum of the differences would be as far from 0 if each had come
 * with either sign, as it would were the two models interchangeable (R. Fisher, The Design of Experiments, 1935, §21). Exact for up to
 * 14 differences that are not 0; otherwise drawn, and never 0 (B. Phipson and G. Smyth, Statistical Applications in Genetics and
 * Molecular Biology 9(1), 2010).
 */
export function permutationTest(differences: readonly number[], random: Random): number {
  const sizes = Float64Array.from(differences.filter((each) => each !== 0).map(Math.abs));
  const total = sizes.reduce((sum, each) => sum + each, 0);
  const observed = Math.abs(differences.reduce((sum, each) => sum + each, 0));
  // Sums of the same numbers in another order may differ in their last digits.
  const far = observed - 1e-12 * total;
  const isFar = (negative: number) => Math.abs(total - 2 * negative) >= far;

  if (sizes.length <= allPatternsOf) {
    const patterns = 2 ** sizes.length;
    let count = 0;
    for (let pattern = 0; pattern < patterns; pattern += 1) if (isFar(sumOf(sizes, () => pattern))) count += 1;
    return count / patterns;
  }
  let count = 0;
  for (let draw = 0; draw < draws; draw += 1) if (isFar(sumOf(sizes, random))) count += 1;
  return (1 + count) / (1 + draws);
}

/** The sum of what one pattern of signs makes negative; asks for a new word of signs every 32 sizes. */
function sumOf(sizes: Float64Array, nextWord: () => number): number {
  let sum = 0;
  let word = 0;
  for (let index = 0; index < sizes.length; index += 1) {
    word = index % 32 === 0 ? nextWord() : word >>> 1;
    if ((word & 1) === 1) sum += sizes[index] ?? 0;
  }
  return sum;
}
