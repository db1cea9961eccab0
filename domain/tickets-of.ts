import type { Migration, TicketRef } from './migration.ts';
import type { Team } from './team.ts';
import type { Tracker } from './tracker.ts';
import { placeOf, systemOf } from './tracker.ts';

/** A tracker of the team, and the migration's ticket there; `null` while there is none. */
export interface TrackedTicket {
  readonly tracker: Tracker;
  readonly place: string;
  readonly ticket: TicketRef | null;
  /** Whose state counts, and which people are shown. */
  readonly leads: boolean;
}

/**
 * The migration's ticket in each tracker of its team, the leading one first. A team that moves its tickets to another project keeps the
 * one that is open; one that moves to another system gets one there.
 */
export function ticketsOf(
  { ticket, also = [] }: Migration,
  { trackers: [first, ...others] }: Team,
): readonly [TrackedTicket, ...TrackedTicket[]] {
  const all = [...also, ...(ticket ? [ticket] : [])];
  const kept = ticket && systemOfTicket(ticket) === systemOf(first) ? ticket : null;
  const leading = all.find(({ place }) => place === placeOf(first)) ?? kept;
  return [
    { tracker: first, place: placeOf(first), ticket: leading, leads: true },
    ...others.map((tracker) => {
      const place = placeOf(tracker);
      return { tracker, place, ticket: all.find((one) => one.place === place) ?? null, leads: false };
    }),
  ];
}

/** The migration with a ticket that was opened in a tracker of its team. */
export function withTicket(migration: Migration, { trackers: [first] }: Team, ticket: TicketRef): Migration {
  const { also = [] } = migration;
  return ticket.place === undefined || ticket.place === placeOf(first)
    ? { ...migration, ticket }
    : { ...migration, also: [...also.filter(({ place }) => place !== ticket.place), ticket] };
}

/** The migration whose ticket at a place was put below another one. */
export function withParent(migration: Migration, team: Team, place: string, parent: string): Migration {
  const { ticket, leads } = ticketsOf(migration, team).find((one) => one.place === place) ?? {};
  if (!ticket) return migration;
  if (leads) return { ...migration, ticket: { ...ticket, parent } };
  return { ...migration, also: (migration.also ?? []).map((one) => (one.place === place ? { ...one, parent } : one)) };
}

/** Without a place it was opened when GitHub was the only tracker. */
function systemOfTicket({ place = 'github' }: TicketRef): string {
  return place.split(' | ')[0] ?? place;
}
