import type { RunDirectory } from '../../adapters/comparison/run-directory.ts';
import { batchJobName } from '../../domain/cases/batch-job.ts';
import type { ExitCode } from '../exit.ts';
import { exitCode } from '../exit.ts';
import { note } from '../output.ts';
import { batchClientsIn } from './batch-clients-in.ts';

/** Stops the jobs of a run in batch, as far as there are any and they go on. */
export async function stopBatch({ evidence }: RunDirectory): Promise<ExitCode> {
  const { batch } = await batchClientsIn(evidence.region, '');
  for (const side of ['current', 'candidate'] as const) {
    const jobArn = await batch.find(batchJobName(evidence.runId, side));
    if (jobArn !== null) await batch.stop(jobArn);
    note(
      `sundial: ${jobArn === null ? `no job of the ${side} model was begun` : `stopped, or over before: ${jobArn}`}`,
    );
  }
  return exitCode.fine;
}
