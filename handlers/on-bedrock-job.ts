import { batchJobNamed } from '../domain/cases/batch-job.ts';
import { migrationOfJob } from '../domain/custom-models/custom-model-start.ts';
import type { JobRecord } from '../domain/situation.ts';
import { readBedrockJob } from '../events/bedrock-job.ts';
import type { BatchDeps } from './batch-ports.ts';
import { keepTrainingJob } from './custom-models/keep-training-job.ts';
import type { CustomModelMigrationStore } from './custom-models/recustomise-ports.ts';
import { deps as commonDeps } from './deps.ts';
import type { Handled } from './handled.ts';
import { nothingToDo } from './handled.ts';
import { lambda } from './lambda.ts';
import type { Deps, RunStore } from './ports.ts';
import { taskDeps } from './task-deps.ts';
import { tellBatchEnd } from './tell-batch-end.ts';

/** What the state changes of jobs need of the world. */
export interface JobDeps extends Pick<BatchDeps, 'tasks'> {
  readonly store: Pick<Deps['store'], 'putJob'>;
  readonly runs: Pick<RunStore, 'run'>;
  /** Absent where nothing trains. */
  readonly customModelMigrations?: CustomModelMigrationStore;
}

/** Fed by rules/bedrock-jobs.yml through a queue. */
export const handler = lambda(async () => ({ ...(await commonDeps()), ...taskDeps() }), onBedrockJob);

/** Puts a job's state change on the timeline of the model it concerns; the end of a job of a comparison lets its run go on. */
export async function onBedrockJob(event: unknown, deps: JobDeps): Promise<Handled> {
  const job = readBedrockJob(event);
  const compares = job.kind === 'batchInference' ? batchJobNamed(job.jobName) : null;
  if (compares) return goOn(compares, job, deps);
  await deps.store.putJob(job);
  const trains = job.kind === 'modelCustomization' ? migrationOfJob(job.jobName) : null;
  if (trains !== null && deps.customModelMigrations) await keepTrainingJob(trains, job, deps.customModelMigrations);
  return nothingToDo('handled', `recorded on the timeline of ${job.modelId}: job ${job.jobName} ${job.status}`);
}

/** A comparison is nobody's use of the model: its jobs stand on no timeline. Names can be taken by others, ARNs cannot. */
async function goOn(
  { runId, side }: NonNullable<ReturnType<typeof batchJobNamed>>,
  { jobArn, status, failure }: JobRecord,
  deps: JobDeps,
): Promise<Handled> {
  const waiting = (await deps.runs.run(runId))?.jobs?.[side];
  if (waiting?.jobArn !== jobArn) return nothingToDo('ignored', `no run waits for the job ${jobArn}`);
  const told = await tellBatchEnd(side, waiting.token, { status, message: failure }, deps);
  return nothingToDo('handled', `the job ${jobArn} of ${runId} is ${status}${told ? ': the run goes on' : ''}`);
}
