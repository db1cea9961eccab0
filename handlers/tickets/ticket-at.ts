import type { TicketRef } from '../../domain/migration.ts';
import type { Situation } from '../../domain/situation.ts';
import { ticketsOf } from '../../domain/tickets-of.ts';
import type { Deps } from '../ports.ts';
import type { Tickets } from '../ticket-ports.ts';

/** The tracker at a place, and the migration's ticket there. */
export function ticketAt(place: string, { migration, team }: Situation, tickets: Deps['tickets']) {
  const found = ticketsOf(migration, team).find((one) => one.place === place);
  if (!found) throw new Error(`team ${team.name} has no tracker ${place}`);
  return { ref: found.ticket, there: tickets(found.tracker) };
}

export async function inTicket<Result>(
  place: string,
  situation: Situation,
  tickets: Deps['tickets'],
  act: (there: Tickets, ref: TicketRef) => Promise<Result>,
): Promise<Result> {
  const { ref, there } = ticketAt(place, situation, tickets);
  if (!ref) throw new Error(`migration ${situation.migration.id} has no ticket to write to in ${place}`);
  return act(there, ref);
}

/** Remembers in which tracker a ticket is. */
export function placed<Ref extends TicketRef | null>(ref: Ref, place: string): Ref {
  return ref && { ...ref, place };
}
