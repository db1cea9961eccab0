import { BatchInferenceError } from '../adapters/comparison/batch-inference-error.ts';
import type { BatchJobState } from '../domain/cases/batch-job.ts';
import { batchEnd } from '../domain/cases/batch-job.ts';
import type { Side } from '../domain/cases/recorded.ts';
import type { BatchDeps } from './batch-ports.ts';

/** Lets the state machine go on where a job is over; said twice, the second time nobody waits. */
export async function tellBatchEnd(
  side: Side,
  token: string,
  job: BatchJobState,
  { tasks }: Pick<BatchDeps, 'tasks'>,
): Promise<boolean> {
  const end = batchEnd(side, job);
  if (end?.kind === 'answered') await tasks.succeed(token, { status: end.status });
  if (end?.kind === 'failed') {
    // As a function's own error would reach the machine.
    const { name, message } = new BatchInferenceError(end.reason);
    await tasks.fail(token, name, JSON.stringify({ errorType: name, errorMessage: message }));
  }
  return end !== null;
}
