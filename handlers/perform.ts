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
import { performOnce } from './perform-once.ts';
import type { Deps, Outcome } from './ports.ts';

type PerformDeps = Pick<Deps, 'ledger' | 'chat' | 'tickets' | 'requestComparison' | 'publish'>;

/** Performs an action, once. */
export async function perform(action: Action, situation: Situation, deps: PerformDeps): Promise<Performed> {
  return performOnce(
    action.key,
    deps.ledger,
    () => act(action, situation, deps),
    () => look(action, situation, deps),
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
      return present(await tickets.find(team.tracker.repository, migration.id));
    case 'postMessage':
      return present(await chat.findPosted(team.channel, action.key));
    case 'replyInThread':
      return (await chat.findReply(threadOf(situation), action.key).catch(unlessGone)) ? { outcome: null } : null;
    case 'commentOnTicket':
      return (await tickets.findComment(ticketOf(situation), action.key)) ? { outcome: null } : null;
    case 'escalate':
      return (await chat.findPosted(action.channel, action.key)) ? { outcome: null } : null;
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
      return tickets.open(team.tracker.repository, migration.id, migrationTicket(situation));
    case 'postMessage':
      return chat.post(team.channel, action.key, migrationMessage(situation));
    case 'updateMessage':
      return inThread(situation, deps, (thread) =>
        chat.update(thread, migrationMessage({ ...situation, migration: { ...migration, thread } })),
      );
    case 'updateTicket':
      await tickets.update(ticketOf(situation), migration.id, migrationTicket(situation));
      return null;
    case 'replyInThread':
      return inThread(situation, deps, (thread) => chat.reply(thread, action.key, newsMessage(action.news, situation)));
    case 'commentOnTicket':
      await tickets.comment(ticketOf(situation), action.key, newsComment(action.news, situation));
      return null;
    case 'closeTicket':
      await tickets.close(ticketOf(situation));
      return null;
    case 'reopenTicket':
      await tickets.reopen(ticketOf(situation));
      return null;
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

function ticketOf({ migration }: Situation): TicketRef {
  if (!migration.ticket) throw new Error(`migration ${migration.id} has no ticket to write to`);
  return migration.ticket;
}
