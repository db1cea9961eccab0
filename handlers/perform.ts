import type { Action } from '../domain/action.ts';
import { migrationChanged } from '../domain/migration-changed.ts';
import type { ThreadRef, TicketRef } from '../domain/migration.ts';
import type { Situation } from '../domain/situation.ts';
import { escalationMessage } from '../templates/escalation-message.ts';
import { migrationMessage } from '../templates/migration-message.ts';
import { migrationTicket } from '../templates/migration-ticket.ts';
import { newsComment } from '../templates/news-comment.ts';
import { newsMessage } from '../templates/news-message.ts';
import type { Deps, Outcome } from './ports.ts';

/** Another process is doing this very action; whoever asks again later finds it done or free. */
export class ActionInProgressError extends Error {
  override readonly name = 'ActionInProgressError';
}

/** Whether the outside world was changed now, or the change was found there, or remembered, from an earlier attempt. */
export type Done = 'now' | 'found' | 'before';

export interface Performed {
  readonly done: Done;
  readonly outcome: Outcome;
}

type PerformDeps = Pick<Deps, 'ledger' | 'chat' | 'tickets' | 'publish'>;

/**
 * Performs an action once: claims its key, acts, settles. After a crash between acting and settling it looks on the far side
 * before it acts again. A fault releases the claim and reaches the caller.
 */
export async function perform(action: Action, situation: Situation, deps: PerformDeps): Promise<Performed> {
  const claim = await deps.ledger.claim(action.key);
  if (claim.kind === 'settled') return { done: 'before', outcome: claim.outcome };
  if (claim.kind === 'held') throw new ActionInProgressError(`${action.key} is being done by another process`);

  try {
    const found = claim.again ? await look(action, situation, deps) : null;
    const outcome = found ? found.outcome : await act(action, situation, deps);
    await deps.ledger.settle(action.key, outcome);
    return { done: found ? 'found' : 'now', outcome };
  } catch (fault) {
    await deps.ledger.release(action.key);
    throw fault;
  }
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
      return (await chat.findReply(threadOf(situation), action.key)) ? { outcome: null } : null;
    case 'commentOnTicket':
      return (await tickets.findComment(ticketOf(situation), action.key)) ? { outcome: null } : null;
    case 'escalate':
      return (await chat.findPosted(action.channel, action.key)) ? { outcome: null } : null;
    case 'closeTicket':
    case 'reopenTicket':
    case 'updateMessage':
    case 'updateTicket':
    case 'publishEvent':
      return null;
  }
}

async function act(action: Action, situation: Situation, { chat, tickets, publish }: PerformDeps): Promise<Outcome> {
  const { migration, team } = situation;
  switch (action.kind) {
    case 'openTicket':
      return tickets.open(team.tracker.repository, migration.id, migrationTicket(situation));
    case 'postMessage':
      return chat.post(team.channel, action.key, migrationMessage(situation));
    case 'updateMessage':
      await chat.update(threadOf(situation), migrationMessage(situation));
      return null;
    case 'updateTicket':
      await tickets.update(ticketOf(situation), migration.id, migrationTicket(situation));
      return null;
    case 'replyInThread':
      await chat.reply(threadOf(situation), action.key, newsMessage(action.news, situation));
      return null;
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

function ticketOf({ migration }: Situation): TicketRef {
  if (!migration.ticket) throw new Error(`migration ${migration.id} has no ticket to write to`);
  return migration.ticket;
}
