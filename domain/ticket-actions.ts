import { about } from './about.ts';
import type { TicketAction } from './action.ts';
import type { Migration } from './migration.ts';
import type { Situation } from './situation.ts';
import type { TrackedTicket } from './tickets-of.ts';
import { ticketsOf } from './tickets-of.ts';
import { systemOf } from './tracker.ts';
import { troubleAt } from './tracker-trouble.ts';

/** A ticket in each tracker that has none yet. Named by the tracker: a team that changes to another one gets its ticket there. */
export function openingTickets({ migration, team }: Situation): TicketAction[] {
  const of = about(migration);
  return ticketsOf(migration, team)
    .filter(({ ticket, place }) => ticket === null && !isGone(migration, place))
    .map(({ place }) => ({ ...of('openTicket', place), place }));
}

/** Puts each ticket below the campaign's where both are in one system, once. */
export function linkingTickets({ migration, team, campaign }: Situation): TicketAction[] {
  if (campaign === null) return [];
  const of = about(migration);
  return ticketsOf(migration, team)
    .filter(({ tracker }) => systemOf(tracker) === systemOf(campaign))
    .filter(({ ticket, place }) => ticket?.parent === undefined && !isGone(migration, place))
    .map(({ place }) => ({ ...of('linkTicket', place), place }));
}

/** What a tracker that the team has got since lacks, and what trackers could not do before and is still to be done. */
export function catchingUp(situation: Situation): TicketAction[] {
  const { migration, team } = situation;
  const places = new Set(ticketsOf(migration, team).map(({ place }) => place));
  const outdated = migration.status === 'open' ? 'closeTicket' : 'reopenTicket';
  return [
    ...(migration.status === 'open' ? [...openingTickets(situation), ...linkingTickets(situation)] : []),
    ...(migration.troubles ?? [])
      .flatMap(({ owed }) => owed)
      .filter(({ kind, place }) => kind !== outdated && places.has(place) && !isGone(migration, place)),
  ];
}

/** The same in every tracker that has the migration's ticket. */
export function inTrackers({ migration, team }: Situation) {
  return inPlaces(
    migration,
    ticketsOf(migration, team).filter(({ ticket, place }) => ticket !== null && !isGone(migration, place)),
  );
}

/** The same in every tracker, where the actions before it open a ticket. */
export function inAllTrackers({ migration, team }: Situation) {
  return inPlaces(migration, ticketsOf(migration, team));
}

/** The leading tracker's key names no place, as when there was one only. */
function inPlaces(migration: Migration, tracked: readonly TrackedTicket[]) {
  const of = about(migration);
  return <Kind extends TicketAction['kind']>(kind: Kind, what: string) =>
    tracked.map(({ place, leads }) => ({ ...of(kind, leads ? what : `${what}|${place}`), place }));
}

/** A ticket that somebody deleted is not opened a second time, and not written to before it can be read again. */
function isGone(migration: Migration, place: string): boolean {
  return troubleAt(migration, place)?.fault === 'gone';
}
