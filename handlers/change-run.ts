import type { ComparisonRun } from '../domain/comparison-run.ts';
import { changeRecord } from './change-record.ts';
import type { RunStore } from './ports.ts';

/** Changes a run as it is now, again where somebody else wrote meanwhile; `null` leaves it. Answers with the run as it then is. */
export async function changeRun(
  runs: RunStore,
  runId: string,
  change: (run: ComparisonRun) => ComparisonRun | null,
): Promise<ComparisonRun> {
  const kept = { read: () => runs.run(runId), put: (run: ComparisonRun) => runs.putRun(run) };
  return changeRecord(`run ${runId}`, kept, change);
}
