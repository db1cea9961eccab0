import type { ComparisonRun } from '../domain/comparison-run.ts';
import type { RunStore } from './ports.ts';
import { theRun } from './the-run.ts';

const attempts = 50;

/** Changes a run as it is now, again where somebody else wrote meanwhile; `null` leaves it. Answers with the run as it then is. */
export async function changeRun(
  runs: RunStore,
  runId: string,
  change: (run: ComparisonRun) => ComparisonRun | null,
): Promise<ComparisonRun> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const run = await theRun(runId, runs);
    const after = change(run);
    if (after === null) return run;
    if (await runs.putRun(after)) return { ...after, version: run.version + 1 };
  }
  throw new Error(`the run ${runId} was changed by others ${attempts} times while it was being written`);
}
