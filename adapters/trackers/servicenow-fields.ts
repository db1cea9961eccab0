import type { Priority, ServiceNowTracker } from '../../domain/tracker.ts';
import { plainText } from '../../templates/formats/plain-text.ts';
import { clipped } from '../../templates/text.ts';
import type { Ticket } from '../../templates/ticket.ts';
import { keyLabel } from './key-label.ts';
import { withPlainSection } from './plain-section.ts';

/**
 * Lengths of the fields as ServiceNow ships them; what is longer it cuts without a word.
 * @see https://www.servicenow.com/docs/r/platform-administration/c_JournalFields.html
 */
const longest = { short_description: 160, description: 4_000 } as const;

/**
 * ServiceNow makes the priority of these two.
 * @see https://www.servicenow.com/docs/r/it-service-management/incident-management/def-prio-lookup-rules.html
 */
const weights: Readonly<Record<Priority, { readonly impact: string; readonly urgency: string }>> = {
  critical: { impact: '1', urgency: '1' },
  high: { impact: '2', urgency: '1' },
  medium: { impact: '2', urgency: '2' },
  low: { impact: '3', urgency: '3' },
};

/** Its name ends with the hash of what is in it. */
const wholeTicket = 'The whole ticket is attached: the file sundial-ticket.';

/** Given under `tracker.fields`, these are for the record's end. */
const closing: readonly string[] = ['close_code', 'close_notes'];

/** The fields that are Sundial's in a record that says `description`. */
export function ownFields(
  { fields }: ServiceNowTracker,
  description: string,
  key: string,
  ticket: Ticket,
): Readonly<Record<string, string>> {
  const { priority, due, title } = ticket;
  const [lead, ...rest] = ticket.parts;
  const parts: Ticket['parts'] = [`${lead}\n\n${wholeTicket}`, ...rest];
  const own = {
    short_description: clipped(title, longest.short_description),
    description: withPlainSection(description, key, parts, { room: longest.description, render: plainText }),
    ...weights[priority],
    due_date: due === null ? '' : `${due} 23:59:59`,
  };
  return Object.fromEntries(Object.entries(own).filter(([name]) => !(name in fields)));
}

/** All fields of a new record. */
export function newRecord(tracker: ServiceNowTracker, key: string, ticket: Ticket): Readonly<Record<string, unknown>> {
  const team = Object.entries(tracker.fields).filter(([name]) => !closing.includes(name));
  return {
    ...Object.fromEntries(team),
    ...ownFields(tracker, '', key, ticket),
    correlation_id: keyLabel(key),
    correlation_display: 'Sundial',
  };
}
