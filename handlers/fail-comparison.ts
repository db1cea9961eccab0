import type { ComparisonRun } from '../domain/comparison-run.ts';
import { concludeRun } from './conclude-run.ts';
import { engineDeps } from './engine-deps.ts';
import type { EngineDeps, RunInput } from './engine-ports.ts';
import { once } from './once.ts';
import { stopBatch } from './stop-batch.ts';

/** What the state machine knows of what went wrong; of one that was stopped or timed out, what EventBridge says. */
export interface RunFailure extends RunInput {
  readonly error: string;
  readonly cause: string;
}

const built = once(engineDeps);

/** Called by Step Functions where a run cannot go on, and by EventBridge where an execution ended otherwise than it should. */
export const handler = async (failure: RunFailure): Promise<{ readonly status: ComparisonRun['status'] }> =>
  failComparison(failure, await built());

/** Ends a run without a verdict, and says why; one that is over already stays as it ended. Its jobs in batch are stopped. */
export async function failComparison(
  { runId, error, cause }: RunFailure,
  deps: EngineDeps,
): Promise<{ readonly status: ComparisonRun['status'] }> {
  const run = await concludeRun(runId, { kind: 'failed', reason: reasonFor(error, cause) }, deps);
  await stopBatch(run, deps);
  return { status: run.status };
}

const known: Readonly<Record<string, string>> = {
  'States.ExceedToleratedFailureThreshold':
    'Too many of its parts could not be answered; what was answered is kept. The log of the function answer-cases says why.',
  'States.HeartbeatTimeout': 'Batch inference did not end in three days and a half.',
  'States.Timeout': 'It took longer than four days.',
  ABORTED: 'Its execution was stopped in Step Functions.',
  TIMED_OUT: 'It took longer than four days.',
};

/** A function's error is Lambda's JSON; its own message is what a person can act on. */
function reasonFor(error: string, cause: string): string {
  const said = known[error];
  if (said !== undefined) return said;
  try {
    const { errorMessage, errorType } = JSON.parse(cause) as {
      readonly errorMessage?: unknown;
      readonly errorType?: unknown;
    };
    // What JSON.parse says quotes what it read, which may be a prompt.
    if (errorType === 'SyntaxError') return 'Something that should be JSON is not. The log of the function says more.';
    if (typeof errorMessage === 'string') return errorMessage;
  } catch {
    // Not Lambda's: said as it is.
  }
  return cause === '' ? error : cause;
}
