import { EventStreamCodec } from '@smithy/core/event-streams';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventMessages } from '../../../adapters/converse/event-messages.ts';

// The SDK's own encoder: what it writes must be read.
const codec = new EventStreamCodec(
  (bytes) => Buffer.from(bytes).toString('utf8'),
  (text) => Buffer.from(text, 'utf8'),
);

function encoded(type: string, payload: string): Uint8Array {
  return codec.encode({
    headers: {
      ':event-type': { type: 'string', value: type },
      flag: { type: 'boolean', value: true },
      off: { type: 'boolean', value: false },
      byte: { type: 'byte', value: 7 },
      short: { type: 'short', value: -300 },
      whole: { type: 'integer', value: 70_000 },
      raw: { type: 'binary', value: new Uint8Array([1, 2, 3]) },
      when: { type: 'timestamp', value: new Date(0) },
      id: { type: 'uuid', value: '2f3c1a52-6b6a-4d0e-8f4c-0a1b2c3d4e5f' },
      ':content-type': { type: 'string', value: 'application/json' },
    },
    body: Buffer.from(payload),
  });
}

async function read(chunks: readonly Uint8Array[]) {
  const messages = [];
  for await (const message of eventMessages(Readable.from(chunks))) messages.push(message);
  return messages;
}

describe('an event stream', () => {
  it('is read the same however the network cuts it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 }),
        fc.array(fc.nat(600), { maxLength: 12 }),
        async (payloads, cuts) => {
          const bytes = Buffer.concat(payloads.map((payload) => encoded('part', payload)));
          const places = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
          const chunks = places.slice(1).map((end, nth) => bytes.subarray(places[nth], end));

          expect((await read(chunks)).map(({ payload }) => payload)).toEqual(payloads);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('tells the headers that are text, whatever stands between them', async () => {
    expect(await read([encoded('part', '{}')])).toEqual([
      { headers: { ':event-type': 'part', ':content-type': 'application/json' }, payload: '{}' },
    ]);
  });

  it.each([
    ['ends inside a message', (bytes: Buffer) => bytes.subarray(0, -1), 'ended inside'],
    ['has a letter changed on the way', (bytes: Buffer) => changed(bytes, bytes.length - 6), 'checksum'],
    ['has its lengths changed on the way', (bytes: Buffer) => changed(bytes, 7), 'checksum'],
    ['is a page of HTML', () => Buffer.from('<html><body>Bad gateway</body></html>'), 'none of an event stream'],
    ['says a length that no message has', () => Buffer.alloc(16), 'none of an event stream'],
  ])('that %s is a fault', async (_, spoilt, message) => {
    await expect(read([spoilt(Buffer.from(encoded('part', '{"a":1}')))])).rejects.toThrow(message);
  });
});

function changed(bytes: Buffer, place: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[place] = (copy[place] ?? 0) ^ 1;
  return copy;
}
