import type { ThreadRef } from '../domain/migration.ts';
import type { Message } from '../templates/message.ts';
import { performOnce } from './perform-once.ts';
import type { Deps } from './ports.ts';

/** Replies in a thread once for a key, and answers with the reply, by which it can be edited. */
export async function replyOnce(
  thread: ThreadRef,
  key: string,
  message: Message,
  { ledger, chat }: Pick<Deps, 'ledger' | 'chat'>,
): Promise<ThreadRef> {
  const { outcome } = await performOnce(
    key,
    ledger,
    () => chat.reply(thread, key, message),
    async () => {
      const found = await chat.findReply(thread, key);
      return found && { outcome: found };
    },
  );
  if (outcome === null || !('ts' in outcome)) throw new Error(`${key} was settled as something other than a reply`);
  return outcome;
}
