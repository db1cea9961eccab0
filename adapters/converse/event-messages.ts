import { crc32 } from 'node:zlib';

/** One message of an event stream: its headers that hold text, and its payload. */
export interface EventMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: string;
}

/** Bytes that are no event stream, or end inside a message. */
export class EventStreamError extends Error {
  override readonly name = 'EventStreamError';
}

/** Two lengths and their checksum, and the checksum of the whole at its end. */
const [preludeLength, leastLength, mostLength] = [12, 16, 24 * 1024 * 1024];

/**
 * The messages of AWS's event stream encoding, however the bytes are cut. Throws `EventStreamError`.
 * @see https://smithy.io/2.0/aws/amazon-eventstream.html
 */
export async function* eventMessages(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<EventMessage> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    rest = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk]);
    while (rest.length >= preludeLength) {
      const length = rest.readUInt32BE(0);
      if (length < leastLength || length > mostLength)
        throw new EventStreamError(`a message of ${length} bytes is none of an event stream`);
      if (rest.length < length) break;
      yield message(rest.subarray(0, length));
      rest = rest.subarray(length);
    }
  }
  if (rest.length > 0) throw new EventStreamError('the stream ended inside a message');
}

function message(bytes: Buffer): EventMessage {
  const end = bytes.length - 4;
  if (
    crc32(bytes.subarray(0, 8)) !== bytes.readUInt32BE(8) ||
    crc32(bytes.subarray(0, end)) !== bytes.readUInt32BE(end)
  )
    throw new EventStreamError('a checksum of the event stream does not fit');
  const headersEnd = preludeLength + bytes.readUInt32BE(4);
  return { headers: headersIn(bytes, headersEnd), payload: bytes.toString('utf8', headersEnd, end) };
}

/** Lengths of the values of a header by its type; bytes and text say their own. */
const valueLengths: Readonly<Record<number, number>> = { 0: 0, 1: 0, 2: 1, 3: 2, 4: 4, 5: 8, 8: 8, 9: 16 };
const [bytesType, textType] = [6, 7];

function headersIn(bytes: Buffer, end: number): Record<string, string> {
  const headers: Record<string, string> = {};
  let at = preludeLength;
  while (at < end) {
    const nameEnd = at + 1 + bytes.readUInt8(at);
    const name = bytes.toString('utf8', at + 1, nameEnd);
    const type = bytes.readUInt8(nameEnd);
    at = nameEnd + 1;
    if (type === textType || type === bytesType) {
      const length = bytes.readUInt16BE(at);
      if (type === textType) headers[name] = bytes.toString('utf8', at + 2, at + 2 + length);
      at += 2 + length;
    } else {
      const length = valueLengths[type];
      if (length === undefined) throw new EventStreamError(`the event stream has a header of type ${type}`);
      at += length;
    }
  }
  return headers;
}
