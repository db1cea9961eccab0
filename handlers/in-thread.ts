import type { ThreadRef } from '../domain/migration.ts';
import type { Situation } from '../domain/situation.ts';
import { migrationMessage } from '../templates/migration-message.ts';
import { performOnce } from './perform-once.ts';
import type { Deps } from './ports.ts';

/**
 * Does something in a migration's thread. Where the thread's channel can't be reached any more, a new thread is begun where the team
 * can be (its channel as configured now, else the default one), and gone on with there: that one is answered.
 */
export async function inThread(
  situation: Situation,
  { chat, ledger }: Pick<Deps, 'chat' | 'ledger'>,
  act: (thread: ThreadRef) => Promise<unknown>,
): Promise<ThreadRef | null> {
  const { migration, team } = situation;
  const { thread } = migration;
  if (!thread) throw new Error(`migration ${migration.id} has no thread to write to`);
  try {
    await act(thread);
    return null;
  } catch (fault) {
    if (!isChannelGone(fault)) throw fault;
    const key = `moveThread|${migration.id}|${thread.channel}|${thread.ts}`;
    const { outcome } = await performOnce(
      key,
      ledger,
      () => chat.post(team.channel, key, migrationMessage(situation)),
      async () => {
        const found = await chat.findPosted(team.channel, key);
        return found && { outcome: found };
      },
    );
    const moved = outcome as ThreadRef;
    await act(moved);
    return moved;
  }
}

/** By its name: the class would bring Slack's client into functions that seldom need it. */
export function isChannelGone(fault: unknown): boolean {
  return fault instanceof Error && fault.name === 'SlackChannelGoneError';
}
