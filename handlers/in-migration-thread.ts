import type { ThreadRef } from '../domain/migration.ts';
import { currentSituation } from './current-situation.ts';
import { inThread, isChannelGone } from './in-thread.ts';
import type { Log } from './log.ts';
import type { Deps } from './ports.ts';

type ThreadDeps = Deps & { readonly log: Log };

/**
 * Does something in a migration's thread, and answers what came of it. Where the thread's channel is gone it is done in the thread that
 * takes its place, which is kept with the migration. `null` where there is no thread, or no channel at all can be reached: a comparison
 * goes on without.
 */
export async function inMigrationThread<Done>(
  id: string,
  deps: ThreadDeps,
  act: (thread: ThreadRef) => Promise<Done>,
): Promise<Done | null> {
  const migration = await deps.store.migration(id);
  if (!migration?.thread) return null;
  try {
    return await act(migration.thread);
  } catch (fault) {
    if (!isChannelGone(fault)) throw fault;
  }

  let done: Done | null = null;
  const { situation } = await currentSituation(migration, deps);
  const acting = inThread(situation, deps, async (thread) => (done = await act(thread)));
  const moved = await acting.catch((fault: unknown) => {
    if (!isChannelGone(fault)) throw fault;
    deps.log.error('No channel can be reached in which a migration could be told of', { migration: id });
    return null;
  });
  if (moved) await keepThread(id, migration.thread, moved, deps);
  return done;
}

/** Unless somebody else moved it meanwhile. */
async function keepThread(id: string, gone: ThreadRef, moved: ThreadRef, { store }: Deps): Promise<void> {
  for (;;) {
    const migration = await store.migration(id);
    if (migration?.thread?.ts !== gone.ts || migration.thread.channel !== gone.channel) return;
    if (await store.putMigration({ ...migration, thread: moved })) return;
  }
}
