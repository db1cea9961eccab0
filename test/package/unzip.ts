import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

const endOfDirectory = 0x06054b50;

/** Unpacks a zip as Lambda does: stored and deflated files, no encryption, no more than 4 GB. */
export function unzip(zip: string, into: string): readonly string[] {
  const bytes = readFileSync(zip);
  const end = bytes.lastIndexOf(Buffer.from(Uint32Array.of(endOfDirectory).buffer));
  let at = bytes.readUInt32LE(end + 16);

  return Array.from({ length: bytes.readUInt16LE(end + 10) }, () => {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const name = bytes.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    const content = contentAt(bytes, bytes.readUInt32LE(at + 42), bytes.readUInt32LE(at + 20));
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);

    mkdirSync(dirname(join(into, name)), { recursive: true });
    if (!name.endsWith('/')) writeFileSync(join(into, name), content);
    return name;
  });
}

function contentAt(bytes: Buffer, at: number, size: number): Buffer {
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const content = bytes.subarray(start, start + size);
  return bytes.readUInt16LE(at + 8) === 0 ? content : inflateRawSync(content);
}
