import { paginateListModelInvocationJobs } from '@aws-sdk/client-bedrock';
import type { ModelInvocationJobSummary } from '@aws-sdk/client-bedrock';
import { batchJobNamed } from '../../domain/cases/batch-job.ts';
import type { Asking } from './asking.ts';
import type { Haul } from './haul.ts';
import { haul } from './haul.ts';
import { everyPage } from './pages.ts';

/** A job that ran in so many days is likely to run again. */
const days = 30;

/** Batch inference: what runs, and what ran lately. The runs of a nightly job are one dependent, known by the newest. */
export async function batchJobs({ clients, now }: Asking): Promise<Haul> {
  const jobs: ModelInvocationJobSummary[] = [];
  const { failures } = await everyPage(
    paginateListModelInvocationJobs(
      { client: clients.bedrock },
      {
        submitTimeAfter: now.minus({ days }).toJSDate(),
        sortBy: 'CreationTime',
        sortOrder: 'Descending',
        maxResults: 1000,
      },
    ),
    ({ invocationJobSummaries = [] }) => {
      // Sundial's own comparisons are nobody's use of the model.
      jobs.push(...invocationJobSummaries.filter(({ jobName = '' }) => batchJobNamed(jobName) === null));
      return haul({});
    },
  );
  const series = new Map(jobs.toReversed().map((job) => [seriesOf(job), job]));
  return haul({
    failures,
    dependents: [...series.values()].map(({ jobArn = '', jobName = jobArn, modelId = '' }) => ({
      kind: 'batchJob',
      id: jobArn,
      name: jobName,
      uses: [{ reference: modelId, purpose: 'inference' }],
    })),
  });
}

/** Dates and counters in their names are all that tells the runs of one job apart. */
function seriesOf({ jobName = '', modelId, roleArn }: ModelInvocationJobSummary): string {
  return JSON.stringify([jobName.replace(/\d+/g, '#'), modelId, roleArn]);
}
