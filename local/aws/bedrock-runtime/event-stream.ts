import { crc32 } from 'node:zlib';

/**
 * One message of AWS's event stream encoding: lengths and checksum of the head, headers of text, payload, checksum of all.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/RESTSelectObjectAppendix.html
 */
export function eventMessage(type: string, payload: object): Buffer {
  return encodedMessage(
    { ':event-type': type, ':content-type': 'application/json', ':message-type': 'event' },
    payload,
  );
}

/** A message with headers as they are given. */
export function encodedMessage(named: Readonly<Record<string, string>>, payload: object): Buffer {
  const headers = Buffer.concat(Object.entries(named).map(([name, value]) => header(name, value)));
  const body = Buffer.from(JSON.stringify(payload));
  const total = 16 + headers.length + body.length;
  const head = Buffer.alloc(8);
  head.writeUInt32BE(total, 0);
  head.writeUInt32BE(headers.length, 4);
  const beginning = Buffer.concat([head, checksum(head), headers, body]);
  return Buffer.concat([beginning, checksum(beginning)]);
}

const textType = 7;

function header(name: string, value: string): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(Buffer.byteLength(value));
  return Buffer.concat([
    Buffer.from([Buffer.byteLength(name)]),
    Buffer.from(name),
    Buffer.from([textType]),
    length,
    Buffer.from(value),
  ]);
}

function checksum(bytes: Buffer): Buffer {
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(bytes));
  return sum;
}
