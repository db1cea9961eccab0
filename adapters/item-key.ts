import { createHash } from 'node:crypto';

/** So that three parts fit into the 1,024 bytes of a sort key. */
const longest = 320;

/** A part of an item's key: the text itself, or its digest where DynamoDB would refuse the key as too long. */
export function keyPart(text: string): string {
  return Buffer.byteLength(text) <= longest ? text : `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
