import type { TicketRef } from './migration.ts';

/** Which ticket a tracker speaks of. */
export interface TicketNamed {
  /** The ticket's key or id, as the tracker's webhook names it. */
  readonly ticket: string;
  /** The tracker's own id, which stays when somebody moves the ticket; absent where the webhook has none beside the key. */
  readonly id?: string | undefined;
  /** Origin of the site or instance, such as `https://example-corp.atlassian.net`; absent where the webhook does not say. */
  readonly address?: string | undefined;
}

/** Detail of Sundial's own event `Ticket Changed`: a tracker says that something happened to a ticket, not what. */
export interface TicketChanged extends TicketNamed {
  readonly tracker: 'github' | 'jira' | 'servicenow' | 'pagerduty';
  /** When the webhook came, ISO. */
  readonly at: string;
}

/** Whether a ticket is the one that changed. Two sites may have one key each; names on GitHub are the same in small letters. */
export function isAbout({ tracker, ticket, id, address }: TicketChanged, ref: TicketRef): boolean {
  const [kind, at] = (ref.place ?? 'github').split(' ');
  if (kind !== tracker || (address !== undefined && at !== address)) return false;
  if (id !== undefined && ref.id !== undefined) return ref.id === id;
  return ref.id === ticket || ref.key.toLowerCase() === ticket.toLowerCase();
}
