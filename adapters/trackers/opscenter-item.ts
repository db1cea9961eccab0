import type { OpsItem, OpsItemDataValue } from '@aws-sdk/client-ssm';
import type { Priority } from '../../domain/tracker.ts';
import { fitted } from '../../templates/formats/fitted.ts';
import { clipped } from '../../templates/text.ts';
import type { Ticket } from '../../templates/ticket.ts';
import { keyLabel } from './key-label.ts';
import { withTicksOf } from './owned-section.ts';
import { withPlainSection } from './plain-section.ts';

/**
 * Characters of an OpsItem's fields, and bytes of one value of its operational data, with some to spare.
 * @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_CreateOpsItem.html
 */
const longest = { title: 1_024, description: 2_048, dataBytes: 19_000 } as const;

/** Names in the operational data; such as begin with AWS's own names are refused. */
export const keyName = 'sundial-key';
export const ticketName = 'sundial-ticket';
export const dueName = 'sundial-due';

const wholeTicket = `Steps, plan and all else: ${ticketName} in the operational data.`;

/** From 1, the highest, to 5 and to 4. */
const weights: Readonly<Record<Priority, { readonly Priority: number; readonly Severity: string }>> = {
  critical: { Priority: 1, Severity: '1' },
  high: { Priority: 2, Severity: '2' },
  medium: { Priority: 3, Severity: '3' },
  low: { Priority: 4, Severity: '4' },
};

/** What is Sundial's in an OpsItem: the facts in its description, the whole ticket with its steps in its operational data. */
export function ownItem(now: Pick<OpsItem, 'Description' | 'OperationalData'>, key: string, ticket: Ticket) {
  const whole = fitted(
    ticket.parts,
    longest.dataBytes,
    (markdown) => markdown,
    (text) => Buffer.byteLength(text),
  );
  return {
    Title: clipped(ticket.title, longest.title),
    Description: withPlainSection(now.Description ?? '', key, [`${ticket.summary}\n\n${wholeTicket}`], {
      room: longest.description,
      render: (markdown) => markdown,
    }),
    ...weights[ticket.priority],
    OperationalData: {
      [keyName]: searchable(keyLabel(key)),
      [dueName]: searchable(ticket.due ?? 'none'),
      [ticketName]: plain(withTicksOf(now.OperationalData?.[ticketName]?.Value ?? '', whole)),
    },
  };
}

export function searchable(Value: string): OpsItemDataValue {
  return { Value, Type: 'SearchableString' };
}

/** Seen by those who may open the OpsItem. */
export function plain(Value: string): OpsItemDataValue {
  return { Value, Type: 'String' };
}
