import { batchJobName } from '../domain/cases/batch-job.ts';
import type { ComparisonRun } from '../domain/comparison-run.ts';
import type { BatchDeps } from './batch-ports.ts';

/** Stops the jobs of a run that ended before them, also one that was begun and not written down: nobody will read what they answer. */
export async function stopBatch(run: ComparisonRun, { batch }: Pick<BatchDeps, 'batch'>): Promise<void> {
  if (run.engine !== 'batch') return;
  for (const side of ['current', 'candidate'] as const) {
    const jobArn = run.jobs?.[side]?.jobArn ?? (await batch.find(batchJobName(run.runId, side)));
    if (jobArn !== null) await batch.stop(jobArn);
  }
}
