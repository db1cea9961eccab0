import type { Case, Check } from '../cases/case.ts';
import type { CheckResult } from '../comparison/outcome.ts';
import type { BertScore } from './bert-score.ts';

/** What a check `bert-score` asks. */
export interface BertCheck {
  readonly reference: string;
  readonly measure: keyof BertScore;
  readonly threshold: number;
}

/** Above what unrelated texts reach with usual models, without rescaling. */
const usualThreshold = 0.85;

/** Its value is a text, or `{ text, measure }`; without a text the expected answer is compared with. */
export function bertCheck({ value, threshold = usualThreshold }: Check, expected: string | null): BertCheck {
  const { text = expected ?? '', measure = 'f1' } = (typeof value === 'string' ? { text: value } : (value ?? {})) as {
    readonly text?: string;
    readonly measure?: keyof BertScore;
  };
  return { reference: text, measure, threshold };
}

/** A score below 0, as rescaling may give, counts as 0. */
export function bertResult({ measure, threshold }: BertCheck, score: BertScore): CheckResult {
  const value = score[measure];
  return { passed: value >= threshold, score: Math.min(1, Math.max(0, value)) };
}

/** What a case's checks of the kind ask, by their place among its checks. */
export function bertChecksOf({ checks, expected }: Pick<Case, 'checks' | 'expected'>): ReadonlyMap<number, BertCheck> {
  return new Map(
    checks.flatMap((check, place) => (check.kind === 'bert-score' ? [[place, bertCheck(check, expected)]] : [])),
  );
}
