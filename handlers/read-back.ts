import { TrackerError } from '../adapters/trackers/tracker-error.ts';
import { utcDay } from '../domain/calendar-date.ts';
import { teamNamed } from '../domain/configuration.ts';
import type { Migration } from '../domain/migration.ts';
import { afterReading } from '../domain/ticket-read.ts';
import type { TrackedTicket } from '../domain/tickets-of.ts';
import { ticketsOf } from '../domain/tickets-of.ts';
import { inTrouble, readable, troubleAt } from '../domain/tracker-trouble.ts';
import type { Deps } from './ports.ts';

type ReadBackDeps = Pick<Deps, 'store' | 'tickets' | 'now' | 'configuration'>;

/**
 * Looks what people made of a migration's leading ticket, and remembers it: once a day before the day is decided, and when the tracker
 * says that something changed. A ticket that cannot be read changes nothing but that it is said; an unreachable tracker is thrown too.
 */
export async function readBack(id: string, deps: ReadBackDeps): Promise<void> {
  for (;;) {
    const migration = await deps.store.migration(id);
    if (!migration || migration.status === 'done') return;
    const [leading, ...others] = ticketsOf(migration, teamNamed(migration.team, deps.configuration));
    const hidden = others.filter(({ place }) => troubleAt(migration, place)?.fault === 'gone');
    if (!leading.ticket && hidden.length === 0) return;
    const seen = await read(migration, leading, deps);
    const after = await lookedFor(seen.after, hidden, deps);
    const { fault } = seen;
    if (!(await deps.store.putMigration(after))) continue;
    if (fault) throw fault;
    return;
  }
}

/** A ticket in another tracker counts for nothing but that it is there: one that was hidden may be seen again. */
async function lookedFor(
  migration: Migration,
  hidden: readonly TrackedTicket[],
  { tickets, now }: ReadBackDeps,
): Promise<Migration> {
  let after = migration;
  for (const { tracker, place, ticket } of hidden)
    if (ticket)
      after = await tickets(tracker)
        .readBack(ticket)
        .then(() => readable(after, place, utcDay(now())), unlessGone(after));
  return after;
}

function unlessGone(migration: Migration): (fault: unknown) => Migration {
  return (fault) => {
    if (fault instanceof TrackerError) return migration;
    throw fault;
  };
}

async function read(
  migration: Migration,
  { tracker, place, ticket }: TrackedTicket,
  { tickets, now }: ReadBackDeps,
): Promise<{ readonly after: Migration; readonly fault: TrackerError | null }> {
  if (!ticket) return { after: migration, fault: null };
  const at = now().toUTC();
  try {
    const seen = await tickets(tracker).readBack(ticket);
    return { after: readable(afterReading(migration, seen, at.toISO() ?? ''), place, utcDay(at)), fault: null };
  } catch (fault) {
    if (!(fault instanceof TrackerError)) throw fault;
    const after = inTrouble(migration, place, fault.seen, utcDay(at));
    return { after, fault: fault.fault === 'unreachable' ? fault : null };
  }
}
