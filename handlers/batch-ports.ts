import type { BatchInference } from '../adapters/comparison/batch-inference.ts';
import type { NamedQuota } from '../domain/cases/batch-limits.ts';

/** Answers a task of the state machine that waits by a token. */
export interface TaskAnswers {
  readonly succeed: (token: string, output: Readonly<Record<string, string>>) => Promise<void>;
  readonly fail: (token: string, error: string, cause: string) => Promise<void>;
}

/** What runs in batch need of the world. */
export interface BatchDeps {
  /** The Region of Sundial's own bucket: jobs read and write there, and their events arrive there. */
  readonly batchRegion: string;
  readonly batch: BatchInference;
  readonly batchQuotas: () => Promise<readonly NamedQuota[]>;
  readonly tasks: TaskAnswers;
}
