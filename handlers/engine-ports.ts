import type { BertEvaluated } from '../adapters/scoring/bert-evaluation.ts';
import type { AnswerPair } from '../adapters/scoring/bert-scores.ts';
import type { LogGroups } from '../adapters/cases/log-groups.ts';
import type { ObjectStore } from '../adapters/object-store.ts';
import type { BatchDeps } from './batch-ports.ts';
import type { Models } from './answer-part.ts';
import type { TellingDeps } from './comparison-ports.ts';

/** Everything that the functions of the state machine `comparison` need of the world. */
export interface EngineDeps extends TellingDeps, BatchDeps {
  readonly objects: ObjectStore;
  /** Sundial's own bucket, in which runs are kept. */
  readonly bucket: string;
  readonly logGroups: LogGroups;
  /** Where the model invocation log lies, `s3://bucket/prefix/` or `cloudwatch:LOG_GROUP`; `null` where Sundial may not read it. */
  readonly invocationLog: string | null;
  /** Measures BERTScore, as far as it is; called again, it goes on. The name is the same for the same pairs. */
  readonly bertScores: (name: string, pairs: readonly AnswerPair[]) => Promise<BertEvaluated>;
  readonly modelsIn: (region: string) => Models;
  /** Where people find an object: a page that asks for a sign-in. */
  readonly addressOf: (bucket: string, key: string) => string;
}

/** What the state machine passes from state to state: names, never prompts or answers. */
export interface RunInput {
  readonly runId: string;
}
