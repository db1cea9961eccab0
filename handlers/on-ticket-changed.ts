import { teamNamed } from '../domain/configuration.ts';
import { isAbout } from '../domain/ticket-changed.ts';
import { ticketsOf } from '../domain/tickets-of.ts';
import { readTicketChanged } from '../events/ticket-changed.ts';
import { deps as awsDeps } from './deps.ts';
import type { Handled } from './handled.ts';
import { nothingToDo } from './handled.ts';
import { lambda } from './lambda.ts';
import type { Deps } from './ports.ts';
import { readBack } from './read-back.ts';
import { reconcile } from './reconcile.ts';

/** Fed by rules/sundial-tickets.yml, from Sundial's own bus, through a queue. */
export const handler = lambda(awsDeps, onTicketChanged);

/** Reads a ticket that its tracker says was changed, and acts on what it says now; whatever else happened is told by the daily tick. */
export async function onTicketChanged(event: unknown, deps: Deps): Promise<Handled> {
  const changed = readTicketChanged(event);
  const migration = (await deps.store.migrations()).find((one) => {
    const [{ ticket }] = ticketsOf(one, teamNamed(one.team, deps.configuration));
    return ticket !== null && isAbout(changed, ticket);
  });
  if (!migration) return nothingToDo('ignored', `no migration has the ${changed.tracker} ticket ${changed.ticket}`);
  await readBack(migration.id, deps);
  const done = await reconcile(migration.id, deps);
  return { outcome: 'handled', reason: done.length > 0 ? null : 'there is nothing to tell', notices: [], done };
}
