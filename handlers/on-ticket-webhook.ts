import type { HttpApiEvent } from './http-api-event.ts';
import { requestIn } from './http-api-event.ts';
import { once } from './once.ts';
import { ticketDoorDeps } from './ticket-door-deps.ts';
import { takeTicketWebhook } from './tickets/ticket-door.ts';

const deps = once(ticketDoorDeps);

/** Called by API Gateway when a tracker says that a ticket changed: `POST /tickets/github`. */
export async function handler(event: HttpApiEvent) {
  return takeTicketWebhook(event.pathParameters?.['tracker'] ?? '', requestIn(event), await deps());
}
