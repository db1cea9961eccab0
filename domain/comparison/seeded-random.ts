/** Uniform on the whole numbers from 0 to 2^32 − 1. */
export type Random = () => number;

type State = readonly [number, number, number, number];

/**
 * xoshiro128** 1.1, a period of 2^128 − 1: D. Blackman and S. Vigna, “Scrambled linear pseudorandom number generators”, ACM
 * Transactions on Mathematical Software 47(4), 2021; https://prng.di.unimi.it/xoshiro128starstar.c. Its state must not be all zero.
 */
export function xoshiro128(state: State): Random {
  let [a, b, c, d] = state;
  return () => {
    const result = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    return result;
  };
}

/** The same numbers for the same seed on every machine. The seed is spread over the state by SplitMix64, as the authors advise. */
export function seededRandom(seed: number): Random {
  const next = splitMix64(BigInt(Math.trunc(seed)));
  const [first, second] = [next(), next()];
  return xoshiro128([low(first), low(first >> 32n), low(second), low(second >> 32n)]);
}

/** A whole number from 0 to `bound` − 1. Some are likelier than others by less than `bound` / 2^32. */
export function below(random: Random, bound: number): number {
  return Math.floor((random() / 2 ** 32) * bound);
}

/** G. Steele, D. Lea and C. Flood, “Fast splittable pseudorandom number generators”, OOPSLA 2014; https://prng.di.unimi.it/splitmix64.c. */
export function splitMix64(seed: bigint): () => bigint {
  const wrapped = (value: bigint) => BigInt.asUintN(64, value);
  let state = wrapped(seed);
  return () => {
    state = wrapped(state + 0x9e3779b97f4a7c15n);
    let mixed = state;
    mixed = wrapped((mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n);
    mixed = wrapped((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn);
    return mixed ^ (mixed >> 31n);
  };
}

function low(value: bigint): number {
  return Number(BigInt.asUintN(32, value));
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
