import { runObjects } from '../adapters/comparison/run-objects.ts';
import { batchJobName } from '../domain/cases/batch-job.ts';
import type { Side } from '../domain/cases/recorded.ts';
import { isOver } from '../domain/comparison-runs.ts';
import { changeRun } from './change-run.ts';
import { engineDeps } from './engine-deps.ts';
import type { EngineDeps, RunInput } from './engine-ports.ts';
import { once } from './once.ts';
import { RunOverError } from './run-meter.ts';
import { tellBatchEnd } from './tell-batch-end.ts';
import { theRun } from './the-run.ts';

/** What the state machine passes for each of the two models. */
export interface BatchSide extends RunInput {
  readonly side: Side;
  /** By which it waits. */
  readonly token: string;
}

const built = once(engineDeps);

/** Called by Step Functions for each model of a run in batch, and again now and then; see state-machines/comparison.yml. */
export const handler = async (input: BatchSide): Promise<{ readonly jobArn: string }> =>
  startBatch(input, await built());

/**
 * Begins the job of one model, or finds it begun, and writes down who waits for it. A job that is over already is told at once: its event
 * may have come too early, or not at all.
 */
export async function startBatch(
  { runId, side, token }: BatchSide,
  deps: EngineDeps,
): Promise<{ readonly jobArn: string }> {
  const { runs, batch, objects, bucket } = deps;
  const run = await theRun(runId, runs);
  if (isOver(run)) throw new RunOverError(`the run ${runId} is over: ${run.status}`);
  const { keyOf } = runObjects(objects, bucket, runId);

  const jobArn =
    run.jobs?.[side]?.jobArn ??
    (await batch.create({
      name: batchJobName(runId, side),
      modelId: run[side],
      input: `s3://${bucket}/${keyOf('batch/cases.jsonl')}`,
      output: `s3://${bucket}/${keyOf(`batch/${side}/`)}`,
    }));
  const going = await changeRun(runs, runId, (now) =>
    isOver(now) ? null : { ...now, jobs: { ...now.jobs, [side]: { jobArn, token } } },
  );
  if (isOver(going)) {
    await batch.stop(jobArn);
    throw new RunOverError(`the run ${runId} is over: ${going.status}`);
  }
  await tellBatchEnd(side, token, await batch.state(jobArn), deps);
  return { jobArn };
}
