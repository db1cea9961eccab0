import type { DateTime } from 'luxon';
import type { Evaluator } from './expression.ts';
import type { HistoryEvent } from './history.ts';
import type { Json, JsonFields } from './json.ts';
import type { TaskTokens } from './task-tokens.ts';

/** What a task hears besides its arguments. */
export interface TaskContext {
  readonly state: string;
  /** The name of the execution, the same for every attempt. */
  readonly execution: string;
  /** Where the state waits for a token. */
  readonly token: string | null;
  /** ARN of the role that the task is done as; `null` where it is the machine's own. */
  readonly role: string | null;
  /** Says that the task is still alive. */
  readonly heartbeat: () => void;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/** What a resource does; an error keeps its own name. The answer is taken as JSON. */
export type TaskRunner = (argument: Json, context: TaskContext) => Promise<unknown>;

/** S3, as far as a Map reads its items from it and writes its results to it. */
export interface Objects {
  readonly read: (bucket: string, key: string) => Promise<string>;
  readonly write: (bucket: string, key: string, text: string) => Promise<void>;
}

/** Resolves after this time; rejects when the signal is aborted. */
export type Pause = (milliseconds: number, signal: AbortSignal) => Promise<unknown>;

/** What all states of an execution share. */
export interface Run {
  readonly machine: { readonly Id: string; readonly Name: string };
  readonly tasks: Readonly<Record<string, TaskRunner>>;
  readonly tokens: TaskTokens | null;
  readonly objects: Objects | null;
  readonly values: Evaluator;
  readonly now: () => DateTime;
  /** For Wait states and between attempts; a test or a time traveller need not wait. */
  readonly sleep: Pause;
  /** For timeouts, which are about real work and so about real time. */
  readonly deadline: Pause;
  readonly newId: () => string;
  readonly record: (event: HistoryEvent) => void;
}

/** Where a state runs: the execution, the variables it can read, and the signal that ends it. */
export interface Frame {
  readonly run: Run;
  readonly execution: { readonly Id: string; readonly Name: string; readonly Input: Json; readonly StartTime: string };
  readonly variables: JsonFields;
  /** `$states.context.Map`, inside an inline Map. */
  readonly map: JsonFields | null;
  readonly signal: AbortSignal;
}

export function instant(now: () => DateTime): string {
  return now().toUTC().toISO() ?? '';
}
