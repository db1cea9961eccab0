import { once } from './once.ts';
import { takeTicketWebhook } from './tickets/ticket-door.ts';
import { ticketDoorDeps } from './ticket-door-deps.ts';

/** What API Gateway's HTTP API passes, as far as it is read. Names of headers come in small letters. */
interface TicketWebhookEvent {
  readonly pathParameters?: { readonly tracker?: string };
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
  readonly isBase64Encoded: boolean;
}

const deps = once(ticketDoorDeps);

/** Called by API Gateway when a tracker says that a ticket changed: `POST /tickets/github`. */
export async function handler({ pathParameters, headers, body = '', isBase64Encoded }: TicketWebhookEvent) {
  const request = { headers, body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8') };
  return takeTicketWebhook(pathParameters?.tracker ?? '', request, await deps());
}
