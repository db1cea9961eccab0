import type { PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';

const mostEntries = 10;
const mostBytes = 1_048_576;

export class EventTooLargeError extends Error {
  override readonly name = 'EventTooLargeError';
}

/** Splits entries, in order, into as few requests as PutEvents accepts: 10 entries and 1 MB together. */
export function putEventsRequests(
  entries: readonly PutEventsRequestEntry[],
): readonly (readonly PutEventsRequestEntry[])[] {
  const requests: PutEventsRequestEntry[][] = [];
  let room = 0;

  for (const entry of entries) {
    const size = sizeOf(entry);
    if (size > mostBytes)
      throw new EventTooLargeError(`A ${entry.DetailType ?? ''} event of ${size} bytes is too large`);
    const last = requests.at(-1);
    if (last && last.length < mostEntries && size <= room) {
      last.push(entry);
      room -= size;
    } else {
      requests.push([entry]);
      room = mostBytes - size;
    }
  }
  return requests;
}

/** As EventBridge counts it: the bytes of what the entry says, not of its names. */
function sizeOf({ Source = '', DetailType = '', Detail = '' }: PutEventsRequestEntry): number {
  return Buffer.byteLength(Source) + Buffer.byteLength(DetailType) + Buffer.byteLength(Detail);
}
