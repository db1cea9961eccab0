import { createHash } from 'node:crypto';
import type { Json } from './json.ts';
import { StateError } from './state-error.ts';

/** What expressions may ask of the world. */
export interface Chance {
  readonly random: () => number;
  readonly newId: () => string;
}

const algorithms: Readonly<Record<string, string>> = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};

/**
 * The functions that Step Functions adds to JSONata, and `$eval`, which it takes away.
 * https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
 */
export function expressionFunctions({ random, newId }: Chance) {
  return {
    partition: (items: readonly Json[], size: number) => partitions(items, size),
    range: (from: number, to: number, step = 1) => range(from, to, step),
    hash: (data: Json, algorithm: string) => {
      const known = algorithms[algorithm];
      if (!known) throw new StateError('States.QueryEvaluationError', `$hash does not know ${algorithm}`);
      return createHash(known)
        .update(typeof data === 'string' ? data : JSON.stringify(data))
        .digest('hex');
    },
    random: (seed?: number) => (seed === undefined ? random() : seededRandom(seed)),
    uuid: () => newId(),
    parse: (text: string) => JSON.parse(text) as Json,
    eval: () => {
      throw new StateError('States.QueryEvaluationError', 'Step Functions has no $eval; $parse reads JSON');
    },
  };
}

function partitions(items: readonly Json[], size: number): Json[][] {
  if (!Number.isInteger(size) || size < 1)
    throw new StateError('States.QueryEvaluationError', `$partition expects a whole size from 1, got ${size}`);
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, n) => items.slice(n * size, (n + 1) * size));
}

function range(from: number, to: number, step: number): number[] {
  if (step === 0) throw new StateError('States.QueryEvaluationError', '$range expects a step that is not 0');
  return Array.from({ length: Math.max(0, Math.floor((to - from) / step) + 1) }, (_, n) => from + n * step);
}

/** Mulberry32: the same seed, the same number. Not the number that AWS would draw. */
function seededRandom(seed: number): number {
  const mixed = (seed + 0x6d2b79f5) | 0;
  const first = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  const second = first ^ (first + Math.imul(first ^ (first >>> 7), first | 61));
  return ((second ^ (second >>> 14)) >>> 0) / 2 ** 32;
}
