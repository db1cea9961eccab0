import { comparisonConcluded } from '../domain/comparison-concluded.ts';
import type { ComparisonRun, ComparisonSummary } from '../domain/comparison-run.ts';
import { isOver } from '../domain/comparison-runs.ts';
import { runFailedMessage } from '../templates/run-progress-message.ts';
import { changeRun } from './change-run.ts';
import type { TellingDeps } from './comparison-ports.ts';
import { inMigrationThread } from './in-migration-thread.ts';
import { performOnce } from './perform-once.ts';
import type { Picture } from './ports.ts';
import { unlessTracker } from './failed-trackers.ts';
import { reconcile } from './reconcile.ts';
import { replyOnce } from './reply-once.ts';
import { updateRunMessages } from './tell-of-run.ts';

/** How a run ends. */
export type RunEnd =
  | { readonly kind: 'concluded'; readonly summary: ComparisonSummary; readonly chart: Picture }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'cancelled'; readonly by: string };

/**
 * Writes down how a run ended, and tells everybody: migrations and their tickets, the threads, the bus. The first end that is written
 * holds. Called again after a crash it goes on where that one stopped; a run that was told of is left alone.
 */
export async function concludeRun(runId: string, end: RunEnd, deps: TellingDeps): Promise<ComparisonRun> {
  const endedAt = deps.now().toUTC().toISO() ?? '';
  const run = await changeRun(deps.runs, runId, (going) =>
    isOver(going) ? null : { ...going, ...endOf(end), endedAt },
  );
  if (run.settled) return run;

  if (run.status === 'concluded' && run.summary) {
    for (const id of run.migrationIds) await tellMigration(id, run.summary, deps);
    if (end.kind === 'concluded') await attachChart(run, end.chart, deps);
  }
  if (run.status === 'failed') await tellFailure(run, deps);
  await updateRunMessages(run, deps);
  // Told again after a crash, with the same key: subscribers know it by that.
  await deps.announceComparison(comparisonConcluded(run));
  return changeRun(deps.runs, runId, (told) => ({ ...told, settled: true }));
}

function endOf(end: RunEnd): Partial<ComparisonRun> {
  switch (end.kind) {
    case 'concluded':
      return { status: 'concluded', summary: end.summary };
    case 'failed':
      return { status: 'failed', reason: end.reason };
    case 'cancelled':
      return { status: 'cancelled', reason: end.by };
  }
}

/** Keeps the summary with the migration unless it has a later one, and brings thread and ticket up to date with it. */
async function tellMigration(id: string, summary: ComparisonSummary, deps: TellingDeps): Promise<void> {
  for (;;) {
    const migration = await deps.store.migration(id);
    if (!migration) return;
    const { comparison } = migration;
    if (comparison && comparison.concludedAt >= summary.concludedAt) break;
    if (await deps.store.putMigration({ ...migration, comparison: summary })) break;
  }
  await reconcile(id, deps).catch(unlessTracker);
}

async function attachChart({ runId, migrationIds }: ComparisonRun, chart: Picture, deps: TellingDeps) {
  for (const id of migrationIds) {
    const key = `comparison|${runId}|chart|${id}`;
    // The desk itself looks for the key, so that a second attempt finds what the first one left.
    await inMigrationThread(id, deps, (thread) =>
      performOnce(key, deps.ledger, () => deps.desk.attach(thread, key, chart).then(() => null)),
    );
  }
}

/** An edit calls nobody: that a run failed is said anew. */
async function tellFailure(run: ComparisonRun, deps: TellingDeps): Promise<void> {
  for (const id of run.migrationIds) {
    const key = `comparison|${run.runId}|failed|${id}`;
    await inMigrationThread(id, deps, (thread) => replyOnce(thread, key, runFailedMessage(run), deps));
  }
}
