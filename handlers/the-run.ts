import type { ComparisonRun } from '../domain/comparison-run.ts';
import type { RunStore } from './ports.ts';

/** A run that must be there: throws where it is not. */
export async function theRun(runId: string, runs: Pick<RunStore, 'run'>): Promise<ComparisonRun> {
  const run = await runs.run(runId);
  if (!run) throw new Error(`there is no run ${runId}`);
  return run;
}
