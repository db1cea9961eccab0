import { teamNamed } from '../domain/configuration.ts';
import type { Acknowledged, Migration } from '../domain/migration.ts';
import { ticketsOf } from '../domain/tickets-of.ts';
import type { Deps } from './ports.ts';
import type { Tickets } from './ticket-ports.ts';

type ReadBackDeps = Pick<Deps, 'store' | 'tickets' | 'now' | 'configuration'>;

/** Looks who has taken a migration's ticket, and remembers it: called once a day, before the day is decided. */
export async function readBack(id: string, deps: ReadBackDeps): Promise<void> {
  for (;;) {
    const migration = await deps.store.migration(id);
    if (!migration || migration.status === 'done') return;
    const [{ tracker, ticket }] = ticketsOf(migration, teamNamed(migration.team, deps.configuration));
    if (!ticket) return;
    const at = deps.now().toUTC().toISO() ?? '';
    const seen = await deps.tickets(tracker).readBack(ticket);
    const after: Migration = {
      ...migration,
      acknowledged: acknowledged(seen, migration.acknowledged, at),
      ticketReadAt: at,
    };
    if (await deps.store.putMigration(after)) return;
  }
}

/** A closed ticket was seen by somebody, whoever it is assigned to. What was said in Slack stands until the ticket has an assignee. */
function acknowledged(
  { assignee, closed }: Awaited<ReturnType<Tickets['readBack']>>,
  before: Acknowledged | null,
  at: string,
): Acknowledged | null {
  if (before?.where === 'slack' && (assignee === null || assignee === before.by)) return before;
  if (assignee === null && !closed) return null;
  return { by: assignee, at: before?.by === assignee ? before.at : at };
}
