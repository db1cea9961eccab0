import type { ComparisonRun } from '../domain/comparison-run.ts';
import type { RunShare } from '../domain/comparison-runs.ts';
import { isOver, progressOf } from '../domain/comparison-runs.ts';
import { changeRun } from './change-run.ts';
import type { TellingDeps } from './comparison-ports.ts';
import { reasonOf } from './reason.ts';
import { updateRunMessages } from './tell-of-run.ts';
import { theRun } from './the-run.ts';

/** A message is edited no more often than that. */
const secondsBetween = 5;

/** The first call is about to be made: so many there will be. Leaves a run alone that is over or began before. */
export async function beginProgress(runId: string, calls: number, deps: TellingDeps): Promise<ComparisonRun> {
  const at = deps.now().toUTC().toISO() ?? '';
  return changeRun(deps.runs, runId, (run) =>
    run.status === 'requested'
      ? { ...run, status: 'running', startedAt: at, progress: { done: 0, of: calls, failed: 0, cost: 0 } }
      : null,
  );
}

/**
 * Keeps what a part of a run has done so far, and at most every five seconds adds up all parts and edits the messages: whoever writes
 * the run first does. Answers with the run, from which the part learns that it was cancelled, or what it cost.
 */
export async function tellProgress(runId: string, share: RunShare, deps: TellingDeps): Promise<ComparisonRun> {
  const { runs, now } = deps;
  await runs.putShare(runId, share);
  const run = await theRun(runId, runs);
  const last = run.progressAt ?? '';
  const since = now().minus({ seconds: secondsBetween }).toUTC().toISO() ?? '';
  if (isOver(run) || (last > since && run.budget === null)) return run;

  const progress = progressOf(run.progress?.of ?? 0, await runs.shares(runId));
  // What it cost is asked for more often than people want to read it.
  if (last > since) return { ...run, progress };
  const told: ComparisonRun = { ...run, progress, progressAt: now().toUTC().toISO() ?? '' };
  if (!(await runs.putRun(told))) return run;
  await tell(told, deps);
  const after = (await runs.run(runId)) ?? told;
  // Somebody ended it meanwhile: this edit may have landed after that of the end.
  if (isOver(after)) await tell(after, deps);
  return after;
}

/** Slack out of reach is no reason to end a run that people pay for; the next edit, or the end, tells. */
async function tell(run: ComparisonRun, deps: TellingDeps): Promise<void> {
  await updateRunMessages(run, deps).catch((fault: unknown) =>
    deps.log.error('The progress of a run could not be told', { runId: run.runId, ...reasonOf(fault) }),
  );
}
