import { DateTime } from 'luxon';
import { eventBus } from '../adapters/event-bus.ts';
import { isMissingParameter, secrets } from '../adapters/secrets.ts';
import type { WebhookTracker } from '../events/ticket-webhook.ts';
import { jsonLog } from './log.ts';
import { setting } from './settings.ts';
import type { TicketDoor } from './tickets/ticket-door.ts';

/** What the function needs on AWS that trackers call. A secret is read once; one that is not there is looked for each time. */
export function ticketDoorDeps(): Promise<TicketDoor> {
  const read = secrets();
  const known = new Map<WebhookTracker, string>();
  const put = eventBus(setting('SUNDIAL_BUS'));
  return Promise.resolve({
    secretOf: async (tracker) => {
      const secret = known.get(tracker) ?? (await read(webhookSecret(tracker)).catch(nullWhereMissing));
      if (secret !== null) known.set(tracker, secret);
      return secret;
    },
    announce: (detail) => put([{ detailType: 'Ticket Changed', detail }]),
    now: () => DateTime.utc(),
    log: jsonLog((line) => process.stdout.write(line)),
  });
}

function webhookSecret(tracker: WebhookTracker): string {
  return `${setting('SUNDIAL_TRACKER_PARAMETERS')}/${tracker}-webhook-secret`;
}

function nullWhereMissing(fault: unknown): null {
  if (isMissingParameter(fault)) return null;
  throw fault;
}
