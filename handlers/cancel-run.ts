import type { ComparisonRun } from '../domain/comparison-run.ts';
import { isOver } from '../domain/comparison-runs.ts';
import { changeRun } from './change-run.ts';
import type { ComparisonDeps } from './comparison-ports.ts';
import { concludeRun } from './conclude-run.ts';

/**
 * Ends a run because a person said so: it is written down first, so that whatever still runs finds it and stops, and nothing is told
 * of it later. A run that is over stays as it ended. `by` is Slack's id of the person.
 */
export async function cancelRun(runId: string, by: string, deps: ComparisonDeps): Promise<ComparisonRun> {
  const endedAt = deps.now().toUTC().toISO() ?? '';
  const run = await changeRun(deps.runs, runId, (going) =>
    isOver(going) ? null : { ...going, status: 'cancelled', reason: by, endedAt },
  );
  if (run.status !== 'cancelled') return run;
  await deps.comparisons.cancel(runId);
  return concludeRun(runId, { kind: 'cancelled', by }, deps);
}
