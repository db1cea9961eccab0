import type { DateTime } from 'luxon';
import type { TicketChanged, TicketNamed } from '../../domain/ticket-changed.ts';
import type { WebhookTracker } from '../../events/ticket-webhook.ts';
import { ticketOfWebhook, webhookTrackers } from '../../events/ticket-webhook.ts';
import { UnreadableEventError } from '../../events/unreadable-event.ts';
import type { Log } from '../log.ts';
import type { WebhookRequest } from './webhook-signature.ts';
import { isGenuine } from './webhook-signature.ts';

export interface TicketDoor {
  /** `null` where webhooks of this tracker are not set up. */
  readonly secretOf: (tracker: WebhookTracker) => Promise<string | null>;
  readonly announce: (change: TicketChanged) => Promise<void>;
  readonly now: () => DateTime;
  readonly log: Log;
}

export interface WebhookAnswer {
  readonly statusCode: 200 | 202 | 400 | 401 | 404;
}

/**
 * Takes what a tracker sends, if it is the tracker that sends it, and hands on which ticket it is about. What is refused is counted by a
 * metric filter on its message: infrastructure/tickets.yml.
 */
export async function takeTicketWebhook(
  name: string,
  request: WebhookRequest,
  { secretOf, announce, now, log }: TicketDoor,
): Promise<WebhookAnswer> {
  const tracker = webhookTrackers.find((one) => one === name);
  const secret = tracker ? await secretOf(tracker) : null;
  if (!tracker || secret === null) return { statusCode: 404 };
  if (!isGenuine(tracker, request, secret)) {
    log.error('A ticket webhook was refused', { tracker, refusal: 'forged' });
    return { statusCode: 401 };
  }

  const ticket = ticketIn(tracker, request.body);
  if (ticket === undefined) {
    log.error('A ticket webhook was refused', { tracker, refusal: 'unreadable' });
    return { statusCode: 400 };
  }
  if (ticket === null) return { statusCode: 200 };
  await announce({ tracker, ...ticket, at: now().toUTC().toISO() ?? '' });
  return { statusCode: 202 };
}

/** `null` where it is about no ticket; `undefined` where it is not what the tracker sends. */
function ticketIn(tracker: WebhookTracker, body: Uint8Array): TicketNamed | null | undefined {
  try {
    return ticketOfWebhook(tracker, JSON.parse(Buffer.from(body).toString('utf8')));
  } catch (fault) {
    if (fault instanceof UnreadableEventError || fault instanceof SyntaxError) return undefined;
    throw fault;
  }
}
