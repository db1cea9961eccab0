import { BedrockClient } from '@aws-sdk/client-bedrock';
import * as z from 'zod/mini';
import type { AwsAccess } from '../adapters/aws-access.ts';
import { trainingJobs } from '../adapters/custom-models/training-jobs.ts';
import type { TrainingInput } from '../adapters/custom-models/training-jobs.ts';
import type { Json } from './state-machine/json.ts';
import type { Pause, TaskRunner } from './state-machine/run.ts';
import { StateError } from './state-machine/state-error.ts';

const request = z.looseObject({ JobName: z.string() });

/** How often the job is looked at: it takes hours. */
const pollMilliseconds = 300_000;

/**
 * `bedrock:createModelCustomizationJob.sync` as Step Functions does it: begins the job, as the role of the task where it has one, follows it
 * to its end, and stops it where nobody waits any more.
 */
export function trainingTask(
  accessAs: (role: string | null) => Promise<AwsAccess>,
  region: string,
  sleep: Pause,
): TaskRunner {
  return async (argument, { role, signal }) => {
    const { JobName } = z.parse(request, argument);
    const bedrock = new BedrockClient({ ...(await accessAs(role)), region });
    const jobs = trainingJobs(bedrock);
    await jobs.create(camelCased(argument) as TrainingInput).catch((fault: unknown) => {
      const { name, message } = fault instanceof Error ? fault : new Error(String(fault));
      throw new StateError(`Bedrock.${name}`, message, { cause: fault });
    });
    try {
      for (;;) {
        const job = await jobs.find(JobName);
        if (job?.status === 'Completed') return { JobArn: job.arn, Status: job.status };
        if (job && ['Failed', 'Stopped'].includes(job.status)) {
          const told = { JobArn: job.arn, Status: job.status, FailureMessage: job.failure ?? job.status };
          throw new StateError('States.TaskFailed', JSON.stringify(told));
        }
        await sleep(pollMilliseconds, signal);
      }
    } finally {
      const job = signal.aborted ? await jobs.find(JobName) : null;
      if (job?.status === 'InProgress') await jobs.stop(job.arn);
    }
  };
}

function camelCased(value: Json): unknown {
  if (Array.isArray(value)) return (value as readonly Json[]).map(camelCased);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name.charAt(0).toLowerCase() + name.slice(1),
      name === 'HyperParameters' ? one : camelCased(one),
    ]),
  );
}
