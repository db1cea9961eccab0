import * as z from 'zod/mini';
import type { PagerDutyTracker, Priority } from '../../domain/tracker.ts';
import { clipped } from '../../templates/text.ts';
import type { Ticket } from '../../templates/ticket.ts';
import { TrackerError } from './tracker-error.ts';
import type { TrackerHttp } from './tracker-http.ts';

const Priorities = z.object({ priorities: z.array(z.object({ id: z.string(), name: z.string() })) });
/** Well below what the events API takes for a summary, and more than a phone shows. */
const longestTitle = 255;
const urgencies: Readonly<Record<Priority, 'high' | 'low'>> = {
  critical: 'high',
  high: 'high',
  medium: 'low',
  low: 'low',
};

interface OwnFields {
  readonly title: string;
  readonly urgency: 'high' | 'low';
  readonly priority?: { readonly id: string; readonly type: 'priority_reference' };
}

/** What Sundial sets of an incident, and sets again. A priority only where the team says how the account names it. */
export async function ownFields(http: TrackerHttp, tracker: PagerDutyTracker, ticket: Ticket): Promise<OwnFields> {
  const own = { title: clipped(ticket.title, longestTitle), urgency: urgencies[ticket.priority] };
  const wanted = tracker.priorities[ticket.priority];
  if (!wanted) return own;

  const named = await prioritiesOf(http);
  const id = named.get(wanted);
  if (id) return { ...own, priority: { id, type: 'priority_reference' } };
  throw new TrackerError('refused', {
    tracker: 'PagerDuty',
    where: tracker.service,
    hint: `The account has no priority ${wanted}, but ${[...named.keys()].join(', ')}: correct tracker.priorities in sundial.yml`,
  });
}

/** Names of the account's priorities, and their ids. */
export async function prioritiesOf(http: TrackerHttp): Promise<ReadonlyMap<string, string>> {
  const { priorities } = Priorities.parse(await http({ method: 'GET', path: '/priorities' }));
  return new Map(priorities.map(({ id, name }) => [name, id]));
}
