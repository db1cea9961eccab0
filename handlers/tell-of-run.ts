import type { ComparisonRun } from '../domain/comparison-run.ts';
import { isOver } from '../domain/comparison-runs.ts';
import type { ThreadRef } from '../domain/migration.ts';
import { runProgressMessage } from '../templates/run-progress-message.ts';
import { changeRun } from './change-run.ts';
import type { TellingDeps } from './comparison-ports.ts';
import { inMigrationThread } from './in-migration-thread.ts';
import { isChannelGone } from './in-thread.ts';
import { replyOnce } from './reply-once.ts';

/** Posts the one message that tells of a run's progress into each migration's thread that has none yet, and keeps where it is. */
export async function tellOfRun(run: ComparisonRun, deps: TellingDeps): Promise<ComparisonRun> {
  const { runId } = run;
  const told: Record<string, ThreadRef> = {};
  for (const id of run.migrationIds.filter((one) => !(one in run.told))) {
    const key = `comparison|${runId}|progress|${id}`;
    const message = await posted(id, key, run, deps);
    if (message) told[id] = message;
  }
  const after = await keepTold(run, told, deps);
  // Whoever ended it meanwhile did not know of these messages.
  if (isOver(after)) await updateRunMessages(after, deps);
  return after;
}

/**
 * Edits every message of a run to what is true of it now. One whose channel is gone is posted anew where the migration's thread is now;
 * one that somebody deleted is left so.
 */
export async function updateRunMessages(run: ComparisonRun, deps: TellingDeps): Promise<void> {
  const told: Record<string, ThreadRef> = {};
  for (const [id, message] of Object.entries(run.told)) {
    if ((await edited(message, run, deps)) !== 'gone') continue;
    const key = `comparison|${run.runId}|progress|${id}|${message.channel}|${message.ts}`;
    const anew = await posted(id, key, run, deps);
    if (!anew) continue;
    // It may have been posted before, of an earlier state.
    await edited(anew, run, deps);
    told[id] = anew;
  }
  await keepTold(run, told, deps);
}

function posted(id: string, key: string, run: ComparisonRun, deps: TellingDeps): Promise<ThreadRef | null> {
  return inMigrationThread(id, deps, (thread) => replyOnce(thread, key, runProgressMessage(run, deps.now()), deps));
}

async function edited(
  message: ThreadRef,
  run: ComparisonRun,
  { chat, now }: TellingDeps,
): Promise<'edited' | 'deleted' | 'gone'> {
  try {
    await chat.update(message, runProgressMessage(run, now()));
    return 'edited';
  } catch (fault) {
    if (!isChannelGone(fault)) throw fault;
    return (fault as { readonly data?: { readonly code?: string } }).data?.code === 'message_not_found'
      ? 'deleted'
      : 'gone';
  }
}

async function keepTold(
  run: ComparisonRun,
  told: Readonly<Record<string, ThreadRef>>,
  { runs }: TellingDeps,
): Promise<ComparisonRun> {
  if (Object.keys(told).length === 0) return run;
  return changeRun(runs, run.runId, (now) => ({ ...now, told: { ...now.told, ...told } }));
}
