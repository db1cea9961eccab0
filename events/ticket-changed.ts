import * as z from 'zod/mini';
import type { TicketChanged } from '../domain/ticket-changed.ts';
import { parsed } from './parsed.ts';
import { webhookTrackers } from './ticket-webhook.ts';

/** Sundial's own `Ticket Changed`; docs/events.md has its JSON schema. */
const Event = z.object({
  detail: z.object({
    tracker: z.enum(webhookTrackers),
    ticket: z.string(),
    id: z.optional(z.string()),
    address: z.optional(z.string()),
    at: z.iso.datetime({ offset: true }),
  }),
});

export function readTicketChanged(event: unknown): TicketChanged {
  return parsed(Event, event).detail;
}
