/**
 * What came of one case: what both models did with the same prompt, as often as it was asked. The statistics never see prompts or
 * answers, only this; `conclusion` makes the verdict from it.
 *
 * Every case of the dataset is handed in, whoever answered. A call that failed, after all retries, is an outcome and counts against the
 * model that failed: it passes nothing, scores 0, is a hard break of kind `error`, and loses against an answer. So a case that only one
 * model answered is a gain or a loss in each metric that it would have been part of. A case that neither answered counts for both, as
 * two failures and no difference. What the current model failed never makes a candidate `ready`: see `verdict`.
 */
export interface PairedOutcome {
  readonly caseId: string;
  /**
   * What the case asks of an answer, in the order of the dataset; the expected answer of a case without checks is a check `exact`.
   * Empty where only hard breaks and the judge can tell.
   */
  readonly checks: readonly CheckKind[];
  /** The case says which tools are to be called: it can be passed, though it may have no checks. Other calls are a hard break. */
  readonly expectsCalls?: boolean;
  /** At least one; more where each case is asked repeatedly. The case stays the unit: its repetitions are averaged. */
  readonly attempts: readonly PairedAttempt[];
}

/** The pair of calls of one repetition. */
export interface PairedAttempt {
  readonly current: Attempt;
  readonly candidate: Attempt;
  /** Whose answer the judge found better, in both orders. `null` where it was not asked or could not say; that case is left out. */
  readonly preferred: Preference | null;
  /** The judge did not say the same in both orders: a tie that tells nothing, and no proof that the answers are alike. */
  readonly contradicted?: boolean;
}

export type Preference = 'current' | 'candidate' | 'tie';

export type Attempt = Answered | Failed;

export interface Answered {
  readonly kind: 'answered';
  /** What makes the answer useless, whatever it says; with one, it does not pass. */
  readonly breaks: readonly BreakKind[];
  /** One for each of the case’s checks, in their order. */
  readonly checks: readonly CheckResult[];
  /** To the end of the answer. `null` where it was not measured now, as for a frozen answer. */
  readonly latencyMs: number | null;
  /** To the first token; `null` also where the answer was not streamed. */
  readonly ttftMs: number | null;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

export interface Failed {
  readonly kind: 'failed';
  /** The class of the error, such as `throttled`. */
  readonly error: string;
}

export interface CheckResult {
  readonly passed: boolean;
  /** 0 to 1, more is better; `null` where the check knows only pass or fail, or more is not better (a ratio of lengths). */
  readonly score: number | null;
  /** Told once all answers are there: BERTScore weighs words over the whole dataset. No verdict is made before. */
  readonly pending?: true;
}

export type CheckKind =
  | 'exact'
  | 'contains'
  | 'regex'
  | 'number'
  | 'json-schema'
  | 'json-path'
  | 'rouge-l'
  | 'similarity'
  | 'bert-score'
  | 'length-ratio';

/** `error` is a failed call; it is counted from `Failed`, and never stands in `Answered`. */
export type BreakKind =
  'refusal' | 'truncated' | 'malformed' | 'schema' | 'toolCall' | 'language' | 'empty' | 'guardrail' | 'error';
