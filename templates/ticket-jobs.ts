import type { Situation } from '../domain/situation.ts';
import { table } from './markdown.ts';
import { markdown } from './markup.ts';
import { longDay } from './text.ts';

const most = 20;

/** The newest Bedrock jobs that touched the model. */
export function jobTable({ jobs }: Situation): readonly string[] {
  if (jobs.length === 0) return [];
  const rows = jobs
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .slice(0, most)
    .map((job) => [
      markdown.text(longDay(job.at)),
      job.kind === 'modelCustomization' ? 'model customisation' : 'batch inference',
      markdown.code(job.jobName),
      markdown.text(job.failure ? `${job.status}: ${job.failure}` : job.status),
      markdown.code(job.account),
      markdown.text(job.region),
    ]);
  const older = jobs.length > most ? `And ${jobs.length - most} older.` : '';
  return [table(['Day', 'Kind', 'Job', 'Status', 'Account', 'Region'], rows), older];
}
