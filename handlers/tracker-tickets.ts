import type { TrackerAccess } from '../adapters/trackers/tickets-in.ts';
import type { Tracker } from '../domain/tracker.ts';
import { onDemand } from './on-demand.ts';
import type { Tickets } from './ticket-ports.ts';

/** Any tracker's tickets, each tracker's client made at its first call and kept. */
export function trackerTickets(access: TrackerAccess): (tracker: Tracker) => Tickets {
  const made = new Map<string, Tickets>();
  return (tracker) => {
    // What is configured of it counts too: two teams may fill one project's fields differently.
    const key = JSON.stringify(tracker);
    const tickets = made.get(key) ?? onDemand(() => built(tracker, access), calls);
    made.set(key, tickets);
    return tickets;
  };
}

const calls: Readonly<Record<keyof Tickets, true>> = {
  open: true,
  find: true,
  update: true,
  comment: true,
  findComment: true,
  link: true,
  close: true,
  reopen: true,
  readBack: true,
  check: true,
};

async function built(tracker: Tracker, access: TrackerAccess): Promise<Tickets> {
  const { ticketsIn } = await import('../adapters/trackers/tickets-in.ts');
  return ticketsIn(tracker, access);
}
