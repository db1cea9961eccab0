import type { Action } from '../domain/action.ts';
import { migrationChanged } from '../domain/migration-changed.ts';
import type { ThreadRef, TicketRef } from '../domain/migration.ts';
import type { Situation } from '../domain/situation.ts';
import { escalationMessage } from '../templates/escalation-message.ts';
import { migrationMessage } from '../templates/migration-message.ts';
import { migrationTicket } from '../templates/migration-ticket.ts';
import { newsComment } from '../templates/news-comment.ts';
import { newsMessage } from '../templates/news-message.ts';
import type { Performed } from './perform-once.ts';
import { inThread, isChannelGone } from './in-thread.ts';
import { openCampaign } from './open-campaign.ts';
import { performOnce } from './perform-once.ts';
import { reopenTicket } from './reopen-ticket.ts';
import type { Deps, Outcome } from './ports.ts';
import { inTicket, placed, ticketAt } from './tickets/ticket-at.ts';

type PerformDeps = Pick<Deps, 'ledger' | 'chat' | 'tickets' | 'requestComparison' | 'publish'>;

/** Performs an action, once. */
export async function perform(action: Action, situation: Situation, deps: PerformDeps): Promise<Performed> {
  return performOnce(
    action.key,
    deps.ledger,
    () => act(action, situation, deps),
    () => look(action, situation, deps),
    // A ticket may be there from before, opened by a Sundial whose table is gone, or by another one.
    action.kind === 'openTicket' ? 'always' : 'again',
  );
}

/** What an earlier attempt left on the far side. Edits, a ticket's state and events leave nothing to look for: doing them again is harmless. */
async function look(
  action: Action,
  situation: Situation,
  { chat, tickets }: PerformDeps,
): Promise<{ outcome: Outcome } | null> {
  const { migration, team } = situation;
  switch (action.kind) {
    case 'openTicket':
      return present(placed(await ticketAt(action.place, situation, tickets).there.find(migration.id), action.place));
    case 'postMessage':
      return present(await chat.findPosted(team.channel, action.key));
    case 'replyInThread':
      return (await chat.findReply(threadOf(situation), action.key).catch(unlessGone)) ? { outcome: null } : null;
    case 'commentOnTicket':
      return (await inTicket(action.place, situation, tickets, (there, ref) => there.findComment(ref, action.key)))
        ? { outcome: null }
        : null;
    case 'escalate':
      return (await chat.findPosted(action.channel, action.key)) ? { outcome: null } : null;
    case 'linkTicket':
    case 'closeTicket':
    case 'reopenTicket':
    case 'updateMessage':
    case 'updateTicket':
    case 'requestComparison':
    case 'publishEvent':
      return null;
  }
}

async function act(action: Action, situation: Situation, deps: PerformDeps): Promise<Outcome> {
  const { migration, team } = situation;
  const { chat, tickets, requestComparison, publish } = deps;
  switch (action.kind) {
    case 'openTicket':
      return placed(
        await ticketAt(action.place, situation, tickets).there.open(
          migration.id,
          migrationTicket(situation, action.place),
        ),
        action.place,
      );
    case 'linkTicket': {
      const parent = await openCampaign(situation, deps);
      await inTicket(action.place, situation, tickets, (there, ref) => there.link(ref, parent));
      return parent;
    }
    case 'postMessage':
      return chat.post(team.channel, action.key, migrationMessage(situation));
    case 'updateMessage':
      return inThread(situation, deps, (thread) =>
        chat.update(thread, migrationMessage({ ...situation, migration: { ...migration, thread } })),
      );
    case 'updateTicket':
      await inTicket(action.place, situation, tickets, (there, ref) =>
        there.update(ref, migration.id, migrationTicket(situation, action.place)),
      );
      return null;
    case 'replyInThread':
      return inThread(situation, deps, (thread) => chat.reply(thread, action.key, newsMessage(action.news, situation)));
    case 'commentOnTicket':
      await inTicket(action.place, situation, tickets, (there, ref) =>
        there.comment(ref, action.key, newsComment(action.news, situation)),
      );
      return null;
    case 'closeTicket':
      await inTicket(action.place, situation, tickets, (there, ref) => there.close(ref));
      return null;
    case 'reopenTicket':
      return inTicket(action.place, situation, tickets, (there, ref) =>
        reopenTicket(ref, action.key, situation, { ...deps, there }),
      );
    case 'escalate':
      await chat.post(action.channel, action.key, escalationMessage(action.rung, situation));
      return null;
    case 'requestComparison':
      await requestComparison(action.request);
      return null;
    case 'publishEvent':
      await publish(migrationChanged(situation, action.change, action.key));
      return null;
  }
}

function present(ref: TicketRef | ThreadRef | null): { outcome: Outcome } | null {
  return ref && { outcome: ref };
}

function threadOf({ migration }: Situation): ThreadRef {
  if (!migration.thread) throw new Error(`migration ${migration.id} has no thread to write to`);
  return migration.thread;
}

/** In a channel that is gone nothing can be found. */
function unlessGone(fault: unknown): null {
  if (isChannelGone(fault)) return null;
  throw fault;
}
