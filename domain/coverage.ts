import type { Dependent, DependentKind } from './dependent.ts';
import type { Region } from './lifecycle.ts';

/** An account and Region. */
export interface Place {
  readonly account: string;
  readonly region: Region;
}

/** A call that failed: what it would have told is unknown, never gone. */
export interface CallFailure extends Place {
  /** As IAM names it: `bedrock:ListInferenceProfiles`. */
  readonly call: string;
  /** The error's name and message. */
  readonly error: string;
}

/** How much of one place the sweep has seen. */
export interface Coverage extends Place {
  readonly attemptedAt: string;
  /** When each kind was last read whole, ISO; a kind that never was is absent. */
  readonly swept: Readonly<Partial<Record<DependentKind, string>>>;
  /** What failed at the last attempt. */
  readonly failures: readonly CallFailure[];
}

/** Whether a dependent is still there: seen at, or after, the last time its kind was read whole in its place. */
export function isPresent(dependent: Dependent, coverage: readonly Coverage[]): boolean {
  const place = coverage.find(({ account, region }) => account === dependent.account && region === dependent.region);
  const swept = place?.swept[dependent.kind];
  return swept === undefined || dependent.seenAt >= swept;
}
