import type { ComparisonRun } from '../domain/comparison-run.ts';
import type { ThreadRef } from '../domain/migration.ts';
import { runProgressMessage } from '../templates/run-progress-message.ts';
import { changeRun } from './change-run.ts';
import type { ComparisonDeps } from './comparison-ports.ts';
import { replyOnce } from './reply-once.ts';

/** Posts the one message that tells of a run's progress into each migration's thread that has none yet, and keeps where it is. */
export async function tellOfRun(run: ComparisonRun, deps: ComparisonDeps): Promise<ComparisonRun> {
  const { runId } = run;
  const told: Record<string, ThreadRef> = {};
  for (const id of run.migrationIds.filter((one) => !(one in run.told))) {
    const thread = (await deps.store.migration(id))?.thread;
    if (!thread) continue;
    const key = `comparison|${runId}|progress|${id}`;
    told[id] = await replyOnce(thread, key, runProgressMessage(run, deps.now()), deps);
  }
  if (Object.keys(told).length === 0) return run;
  return changeRun(deps.runs, runId, (now) => ({ ...now, told: { ...now.told, ...told } }));
}

/** Edits every message of a run to what is true of it now. */
export async function updateRunMessages(run: ComparisonRun, deps: Pick<ComparisonDeps, 'chat' | 'now'>): Promise<void> {
  for (const message of Object.values(run.told)) await deps.chat.update(message, runProgressMessage(run, deps.now()));
}
