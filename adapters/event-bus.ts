import { setTimeout } from 'node:timers/promises';
import type { PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { putEventsRequests } from './put-events-requests.ts';

/** One of Sundial's own events, before EventBridge gives it an id and a time. */
export interface SundialEvent {
  readonly detailType: string;
  readonly detail: unknown;
}

export class EventBusError extends Error {
  override readonly name = 'EventBusError';
  /** EventBridge's own words for what it refused, as in `ThrottlingException`. */
  readonly codes: readonly string[];

  constructor(busName: string, codes: readonly string[]) {
    super(`${busName} refused ${codes.length} events: ${[...new Set(codes)].join(', ')}`);
    this.codes = codes;
  }
}

interface Retries {
  readonly attempts: number;
  readonly wait: (milliseconds: number) => Promise<unknown>;
}

/** Publishes on Sundial's bus. What EventBridge refuses is tried again a few times, and only that; the rest is an error. */
export function eventBus(
  busName: string,
  client: Pick<EventBridgeClient, 'send'> = new EventBridgeClient({}),
  { attempts, wait }: Retries = { attempts: 3, wait: setTimeout },
) {
  return async (events: readonly SundialEvent[]): Promise<void> => {
    const entries = events.map(({ detailType, detail }) => ({
      EventBusName: busName,
      Source: 'sundial',
      DetailType: detailType,
      Detail: JSON.stringify(detail),
    }));

    let waiting: readonly Refused[] = entries.map((entry) => ({ entry, code: '' }));
    for (let attempt = 1; waiting.length > 0; attempt += 1) {
      const requests = putEventsRequests(waiting.map(({ entry }) => entry));
      waiting = (await Promise.all(requests.map((request) => refusedOf(client, request)))).flat();
      if (waiting.length > 0 && attempt >= attempts)
        throw new EventBusError(
          busName,
          waiting.map(({ code }) => code),
        );
      if (waiting.length > 0) await wait(100 * 2 ** attempt);
    }
  };
}

interface Refused {
  readonly entry: PutEventsRequestEntry;
  readonly code: string;
}

async function refusedOf(
  client: Pick<EventBridgeClient, 'send'>,
  request: readonly PutEventsRequestEntry[],
): Promise<Refused[]> {
  const { FailedEntryCount = 0, Entries = [] } = await client.send(new PutEventsCommand({ Entries: [...request] }));
  if (FailedEntryCount === 0) return [];
  return request.flatMap((entry, index) => {
    const code = Entries[index]?.ErrorCode;
    return code ? [{ entry, code }] : [];
  });
}
