import type { Answer } from '../../domain/cases/answer.ts';
import type { Case, Check } from '../../domain/cases/case.ts';
import type { CheckResult } from '../../domain/comparison/outcome.ts';
import { comparedText, containsWanted, isNear, jsonIn, pathHolds } from '../../domain/scoring/check-values.ts';
import type { Vector } from '../../domain/scoring/cosine.ts';
import { cosine } from '../../domain/scoring/cosine.ts';
import { lastNumber } from '../../domain/scoring/last-number.ts';
import { satisfies } from './json-schema.ts';
import { matches } from './patterns.ts';

/** The meaning of a text as a vector, and what it took to say it. */
export interface Embedded {
  readonly vector: Vector;
  /** 0 where it was known already. */
  readonly inputTokens: number;
}

export type Embed = (text: string) => Promise<Embedded>;

/** A case asks for similarity, and nothing was given to measure it by. */
export class NoEmbeddingError extends Error {
  override readonly name = 'NoEmbeddingError';
}

/** What one check of a case says of an answer; docs/cases.md tells what each kind does. */
export async function checkAnswer(
  check: Check,
  { id, expected }: Case,
  { text }: Answer,
  embed: Embed | null,
): Promise<CheckResult> {
  const wanted = comparedText(check, expected);
  switch (check.kind) {
    case 'exact':
      return judged(text.trim() === wanted.trim());
    case 'contains':
      return judged(containsWanted(text, check, expected));
    case 'regex':
      return judged(matches(wanted, text));
    case 'number': {
      const number = wantedNumber(check, expected);
      return judged(number !== null && isNear(lastNumber(text), number, check));
    }
    case 'json-schema': {
      const json = jsonIn(text);
      return judged(json !== null && (await satisfies(check.value, json.value)));
    }
    case 'json-path': {
      const json = jsonIn(text);
      return judged(json !== null && pathHolds(json.value, check, expected));
    }
    case 'rouge-l':
      return scored(await rouge(text, wanted), check.threshold ?? 0.5);
    case 'similarity': {
      if (embed === null)
        throw new NoEmbeddingError(`case ${id} has a check of kind similarity, which needs an embedding model`);
      return scored(await similarity(text, wanted, embed), check.threshold ?? 0.8);
    }
    case 'bert-score':
      return { passed: false, score: null, pending: true };
    case 'length-ratio':
      return judged(isAsLong(text, check, wanted));
  }
}

function judged(passed: boolean): CheckResult {
  return { passed, score: null };
}

function scored(score: number, threshold: number): CheckResult {
  return { passed: score >= threshold, score: Math.min(1, Math.max(0, score)) };
}

function wantedNumber({ value }: Check, expected: string | null): number | null {
  if (typeof value === 'number') return value;
  if (typeof value === 'object' && value !== null && 'number' in value) return Number(value.number);
  return lastNumber(typeof value === 'string' ? value : (expected ?? ''));
}

/** js-rouge knows no empty texts: nothing said where nothing was wanted is right. */
async function rouge(said: string, wanted: string): Promise<number> {
  if (said.trim() === '' || wanted.trim() === '') return said.trim() === wanted.trim() ? 1 : 0;
  // Loaded where it is needed: most datasets have no such check.
  const { l: rougeL } = await import('js-rouge');
  return rougeL(said, wanted, { caseSensitive: false });
}

async function similarity(said: string, wanted: string, embed: Embed): Promise<number> {
  if (said.trim() === '') return 0;
  const [one, other] = await Promise.all([embed(said), embed(wanted)]);
  return cosine(one.vector, other.vector);
}

/** By characters; a number as value is the length itself. */
function isAsLong(said: string, { value, threshold = 2 }: Check, wanted: string): boolean {
  const length = typeof value === 'number' ? value : wanted.trim().length;
  const ratio = said.trim().length / length;
  return ratio >= 1 / threshold && ratio <= threshold;
}
