import type { Ticket } from '../../templates/ticket.ts';

/** A small ticket, where what it says does not matter. */
export function aTicket(parts: Partial<Ticket> = {}): Ticket {
  return {
    title: 'Leave Claude Sonnet 4.5 before 2027-01-08',
    parts: ['It is Legacy.', '## Steps\n\n- [ ] Move'],
    summary: 'It is Legacy.',
    labels: ['sundial'],
    priority: 'medium',
    due: '2027-01-07',
    attachments: [],
    ...parts,
  };
}
