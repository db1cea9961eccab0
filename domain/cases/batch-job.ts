import type { Side } from './recorded.ts';

/** A batch inference job, as far as a run waits for it. */
export interface BatchJobState {
  readonly status: string;
  /** In Bedrock's words; `null` where it says nothing. */
  readonly message: string | null;
  /** How far it is; absent where Bedrock does not say. */
  readonly records?: { readonly done: number; readonly of: number };
}

/** What came of a job. */
export type BatchEnd =
  /** There are answers, if not to every case. */
  { readonly kind: 'answered'; readonly status: string } | { readonly kind: 'failed'; readonly reason: string };

/** How a job ended; `null` while it goes on. */
export function batchEnd(side: Side, { status, message }: BatchJobState): BatchEnd | null {
  const said = message === null || message === '' ? '' : ` Amazon Bedrock says: ${message}`;
  const job =
    side === 'current' ? 'The batch inference job of the current model' : 'The batch inference job of the candidate';
  switch (status) {
    case 'Completed':
    case 'PartiallyCompleted':
      return { kind: 'answered', status };
    case 'Failed':
      return { kind: 'failed', reason: `${job} failed.${said}` };
    case 'Expired':
      return { kind: 'failed', reason: `${job} did not begin in time: Amazon Bedrock had no room for it.${said}` };
    case 'Stopped':
      return { kind: 'failed', reason: `${job} was stopped.${said}` };
    default:
      return null;
  }
}

/** Named for its run, so that it is known wherever it is met. */
export function batchJobName(runId: string, side: Side): string {
  return `sundial-${runId}-${side}`;
}

/** The run and the side that a job is for, also of a run from the command line; `null` for the jobs of others. */
export function batchJobNamed(name: string): { readonly runId: string; readonly side: Side } | null {
  const { runId, side } =
    /^sundial-(?<runId>run-[0-9a-f]+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-(?<side>current|candidate)$/.exec(
      name,
    )?.groups ?? {};
  return runId === undefined ? null : { runId, side: side as Side };
}
