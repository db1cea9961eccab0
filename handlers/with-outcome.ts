import type { Action } from '../domain/action.ts';
import { utcDay } from '../domain/calendar-date.ts';
import type { Situation } from '../domain/situation.ts';
import { afterTurning } from '../domain/ticket-read.ts';
import { ticketsOf, withParent, withTicket } from '../domain/tickets-of.ts';
import { readable, settled } from '../domain/tracker-trouble.ts';
import { facing } from './failed-trackers.ts';
import type { Performed } from './perform-once.ts';

/** What begins a thread, or begins it anew where its channel is gone. */
const mayMoveThread: ReadonlySet<Action['kind']> = new Set(['postMessage', 'updateMessage', 'replyInThread']);

/** Later actions show what earlier ones brought: the message links the ticket, the ticket links the thread. */
export function withOutcome(situation: Situation, action: Action, { outcome }: Performed): Situation {
  const { team, now } = situation;
  const migration = 'place' in action ? settled(situation.migration, action) : situation.migration;
  if (outcome && action.kind === 'openTicket' && 'key' in outcome)
    return { ...situation, migration: withTicket(migration, team, outcome) };
  if (outcome && action.kind === 'linkTicket' && 'key' in outcome) {
    const below = withParent(migration, team, action.place, outcome.key);
    return { ...situation, migration: readable(below, facing(action), utcDay(now)) };
  }
  // A ticket that its tracker never opens again answers with nothing.
  if (action.kind === 'closeTicket' || (action.kind === 'reopenTicket' && outcome)) {
    const leads = ticketsOf(migration, team)[0].place === action.place;
    return { ...situation, migration: leads ? afterTurning(migration, action.kind) : migration };
  }
  if (outcome && 'ts' in outcome && mayMoveThread.has(action.kind))
    return { ...situation, migration: { ...migration, thread: outcome } };
  return { ...situation, migration };
}
