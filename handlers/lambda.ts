import { UnreadableEventError } from '../events/unreadable-event.ts';
import type { Log } from './log.ts';
import { once } from './once.ts';
import { reasonOf } from './reason.ts';

/** What Lambda passes a function that a queue feeds, as far as it is read. */
export interface SqsEvent {
  readonly Records: readonly SqsRecord[];
}

interface SqsRecord {
  readonly messageId: string;
  readonly body: string;
  readonly attributes: { readonly ApproximateReceiveCount: string };
}

/** The messages that the queue must deliver again. */
export interface SqsBatchResponse {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/** Where events go that cannot be handled, with the reason. */
export interface DeadLetters {
  readonly send: (body: string, why: { readonly error: string; readonly reason: string }) => Promise<void>;
}

export interface Delivery {
  readonly deadLetters: DeadLetters;
  readonly log: Log;
  /** How often the queue delivers a message before it gives up. */
  readonly maxReceiveCount: number;
}

/** What came of an event, for the log. */
interface Outcome {
  readonly outcome: string;
  readonly reason: string | null;
}

/**
 * A Lambda function over a plain handler. Builds `deps` once per cold start and tries again if that fails; one event's failure
 * is that event's alone. What can never be read, and what failed at its last receive, goes to the dead letters with the reason.
 */
export function lambda<Deps>(
  build: () => Promise<Deps & Delivery>,
  handle: (event: unknown, deps: Deps) => Promise<Outcome>,
) {
  const built = once(build);

  return async ({ Records }: SqsEvent): Promise<SqsBatchResponse> => {
    const deps = await built();
    const failed: SqsRecord[] = [];
    for (const record of Records) {
      const settled = await settle(record, deps, (event) => handle(event, deps));
      if (!settled) failed.push(record);
    }
    return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
  };
}

/** Whether the queue may forget the message: it was handled, or it lies in the dead letters. */
async function settle(
  record: SqsRecord,
  delivery: Delivery,
  handle: (event: unknown) => Promise<Outcome>,
): Promise<boolean> {
  try {
    const { outcome, reason } = await handle(eventIn(record.body));
    delivery.log.info('An event was taken', { messageId: record.messageId, outcome, reason });
    return true;
  } catch (error) {
    return await gaveUp(record, error, delivery);
  }
}

async function gaveUp(record: SqsRecord, error: unknown, { deadLetters, log, maxReceiveCount }: Delivery) {
  const why = reasonOf(error);
  const received = Number(record.attributes.ApproximateReceiveCount);
  log.error('An event could not be handled', { messageId: record.messageId, received, ...why });
  if (!(error instanceof UnreadableEventError) && received < maxReceiveCount) return false;

  try {
    await deadLetters.send(record.body, why);
    log.error('An event went to the dead letters', { messageId: record.messageId, ...why });
    return true;
  } catch (fault) {
    log.error('The dead letters could not be reached', { messageId: record.messageId, ...reasonOf(fault) });
    return false;
  }
}

function eventIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new UnreadableEventError('body', 'the message is not JSON');
  }
}
