import type { Migration } from './migration.ts';
import type { Team } from './team.ts';
import { ticketsOf } from './tickets-of.ts';
import { systemOf } from './tracker.ts';
import type { TrackerTrouble } from './tracker-trouble.ts';
import { linkPlace, troublePlace } from './trouble-place.ts';

/** Troubles in trackers that the team names no more: nobody reaches them. */
export function leftTroubles(migration: Migration, team: Team): readonly TrackerTrouble[] {
  const isNamed = named(migration, team);
  return (migration.troubles ?? []).filter(({ place }) => !isNamed(place));
}

export function withoutLeft(migration: Migration, team: Team): Migration {
  const { troubles } = migration;
  const isNamed = named(migration, team);
  return troubles ? { ...migration, troubles: troubles.filter(({ place }) => isNamed(place)) } : migration;
}

/** Whether a trouble's place is that of a tracker which the team names. */
export function named(migration: Migration, team: Team): (place: string) => boolean {
  const places = new Set(ticketsOf(migration, team).map(({ place }) => place));
  return (place) => places.has(troublePlace(place).place);
}

/**
 * The migration of a team that moved its tickets to another project of the same system, and keeps the ticket that is open: what is owed
 * to that ticket is owed through the tracker that the team names now.
 */
export function withDebtsFollowing(migration: Migration, team: Team): Migration {
  const [{ tracker, place: now, ticket }] = ticketsOf(migration, team);
  const isNamed = named(migration, team);
  const isTickets = (place: string) =>
    ticket?.place === undefined ? place.startsWith(`${systemOf(tracker)} | `) : place === ticket.place;
  const follows = ({ place }: TrackerTrouble) =>
    ticket !== null && !isNamed(place) && isTickets(troublePlace(place).place);
  const { troubles = [] } = migration;
  const following = troubles.filter(follows);
  if (following.length === 0) return migration;
  const moved = following.map(({ place, owed, ...trouble }) => ({
    ...trouble,
    place: troublePlace(place).isLink ? linkPlace(now) : now,
    owed: owed.map((action) => ({ ...action, place: now })),
  }));
  const places = new Set(moved.map(({ place }) => place));
  return { ...migration, troubles: [...troubles.filter((one) => !follows(one) && !places.has(one.place)), ...moved] };
}
