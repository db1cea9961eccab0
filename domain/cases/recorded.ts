import type { Attempt, Preference } from '../comparison/outcome.ts';
import type { Answer } from './answer.ts';

/** Which of the two models. */
export type Side = 'current' | 'candidate';

/** One call of a run, as it is written down: what came of it for the statistics, and what a person may want to read. */
export interface RecordedCall {
  readonly kind: 'call';
  readonly caseId: string;
  /** Counts from 0 where each case is asked repeatedly. */
  readonly repeat: number;
  readonly side: Side;
  readonly attempt: Attempt;
  /** `null` where there is none. */
  readonly answer: Answer | null;
  /** Why there is none, in the service's words. */
  readonly failure: string | null;
  /** Given long ago, and kept: the model was not asked. */
  readonly frozen: boolean;
  /** What the embedding model took for its checks; absent where it was not asked. */
  readonly embeddingTokens?: number;
}

/** What a judge made of the two answers to one case. */
export interface RecordedJudgement {
  readonly kind: 'judgement';
  readonly caseId: string;
  readonly repeat: number;
  readonly preferred: Preference | null;
  /** Whether it said the same in both orders. */
  readonly consistent: boolean;
  /** In the judge's words, one for each order in which it saw the answers. */
  readonly reasons: readonly string[];
  readonly inputTokens: number;
  readonly outputTokens: number;
}

export type Recorded = RecordedCall | RecordedJudgement;

/** The same for the same call of the same run. */
export function recordKey(record: Pick<RecordedCall, 'caseId' | 'repeat'> & { readonly side: Side | 'judge' }): string {
  return `${record.side} ${record.repeat} ${record.caseId}`;
}
