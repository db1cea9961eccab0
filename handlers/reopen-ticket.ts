import { TrackerError } from '../adapters/trackers/tracker-error.ts';
import type { TicketRef } from '../domain/migration.ts';
import type { Situation } from '../domain/situation.ts';
import { ticketStuckMessage } from '../templates/ticket-stuck-message.ts';
import { inThread } from './in-thread.ts';
import type { Deps } from './ports.ts';
import type { Tickets } from './ticket-ports.ts';

/**
 * Opens a ticket again. Some trackers never do that to what was resolved: then the thread is told, once, and the tracker takes what
 * else there is for it, since waiting would mend nothing. `null` where it stays closed.
 */
export async function reopenTicket(
  ref: TicketRef,
  key: string,
  situation: Situation,
  { there, ...deps }: Pick<Deps, 'chat' | 'ledger'> & { readonly there: Pick<Tickets, 'reopen'> },
): Promise<TicketRef | null> {
  try {
    await there.reopen(ref);
    return ref;
  } catch (fault) {
    // What the tracker answered may be mended; that it never does so, its adapter knows without asking.
    const isFinal = fault instanceof TrackerError && fault.fault === 'refused' && fault.data.status === undefined;
    if (!isFinal || !situation.migration.thread) throw fault;
    const message = ticketStuckMessage(ref, fault.data.hint);
    await inThread(situation, deps, async (thread) => {
      const said = await deps.chat.findReply(thread, key);
      if (!said) await deps.chat.reply(thread, key, message);
    });
    return null;
  }
}
