import type {
  ListModelInvocationJobsRequest,
  ListModelInvocationJobsResponse,
  ModelInvocationJobSummary,
} from '@aws-sdk/client-bedrock';
import type { DateTime } from 'luxon';
import type { AwsCall, Handlers } from '../handlers.ts';
import type { Place } from './arns.ts';
import { bedrockArn, modelArn, roleArn } from './arns.ts';
import { begunJobs } from './begun-jobs.ts';
import type { NightlyJob } from './estate.ts';
import type { Simulation } from './simulation.ts';

/** Nights that the list goes back. */
const nights = 45;

/** Batch inference: every night at two, UTC. The last run is under way, those before it are done. Beside it, what somebody began here. */
export function batchJobHandlers({ estates, now }: Simulation): Handlers {
  const begun = begunJobs(now);
  return {
    ...begun.handlers,
    'bedrock:ListModelInvocationJobs': (
      {
        submitTimeAfter: after,
        submitTimeBefore: before,
        statusEquals: status,
        nameContains: name = '',
        sortOrder,
      }: ListModelInvocationJobsRequest,
      call: AwsCall,
    ): ListModelInvocationJobsResponse => ({
      invocationJobSummaries: [
        ...(estates(call.account, call.region).nightlyJobs ?? []).flatMap((job) => runs(job, now(), call)),
        ...begun.listed(call).map((job): ModelInvocationJobSummary => ({ jobName: '', ...job })),
      ]
        .filter(({ jobName = '' }) => jobName.includes(name))
        .filter(({ submitTime: at }) => at && (!after || at > after) && (!before || at < before))
        .filter((run) => !status || run.status === status)
        .toSorted((a, b) => (sortOrder === 'Ascending' ? submitted(a) - submitted(b) : submitted(b) - submitted(a))),
    }),
  };
}

/** When the newest run began. */
export function lastRun(now: DateTime): DateTime {
  const tonight = now.toUTC().startOf('day').plus({ hours: 2 });
  return tonight > now ? tonight.minus({ days: 1 }) : tonight;
}

export function runArn({ id }: NightlyJob, at: DateTime, place: Place): string {
  return bedrockArn(place, 'model-invocation-job', `${id.slice(0, 4)}${at.toFormat('yyyyMMdd')}`);
}

function submitted({ submitTime }: ModelInvocationJobSummary): number {
  return submitTime?.getTime() ?? 0;
}

function runs(job: NightlyJob, now: DateTime, place: Place): readonly ModelInvocationJobSummary[] {
  return Array.from({ length: nights }, (_, back) => lastRun(now).minus({ days: back }))
    .filter((at) => {
      const day = at.toISODate() ?? '';
      return (!job.from || job.from <= day) && (!job.until || day < job.until);
    })
    .map((at): ModelInvocationJobSummary => {
      const done = now > at.plus({ hours: 20 });
      return {
        jobArn: runArn(job, at, place),
        jobName: `${job.name}-${at.toFormat('yyyy-MM-dd')}`,
        modelId: modelArn(job.model, place),
        roleArn: roleArn(place, 'batch-inference'),
        status: done ? 'Completed' : 'InProgress',
        submitTime: at.toJSDate(),
        lastModifiedTime: (done ? at.plus({ hours: 3 }) : at).toJSDate(),
        ...(done && { endTime: at.plus({ hours: 3 }).toJSDate() }),
        inputDataConfig: { s3InputDataConfig: { s3Uri: 's3://example-batch/in/' } },
        outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://example-batch/out/' } },
        totalRecordCount: 4000,
        processedRecordCount: done ? 4000 : 1200,
      };
    });
}
