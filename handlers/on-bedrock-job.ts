import { readBedrockJob } from '../events/bedrock-job.ts';
import { deps as awsDeps } from './deps.ts';
import type { Handled } from './handled.ts';
import { nothingToDo } from './handled.ts';
import { lambda } from './lambda.ts';
import type { Deps } from './ports.ts';

/** Fed by rules/bedrock-jobs.yml through a queue. */
export const handler = lambda(awsDeps, onBedrockJob);

/** Puts a job's state change on the timeline of the model it concerns. */
export async function onBedrockJob(event: unknown, deps: Deps): Promise<Handled> {
  const job = readBedrockJob(event);
  await deps.store.putJob(job);
  return nothingToDo('handled', `recorded on the timeline of ${job.modelId}: job ${job.jobName} ${job.status}`);
}
