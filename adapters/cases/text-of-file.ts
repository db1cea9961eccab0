import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { pipeline } from 'node:stream';
import { CaseFileUnreadableError } from './case-file-error.ts';

/** The text of a file, piece by piece, also of one that gzip packed, whatever it is called. Throws `CaseFileUnreadableError`. */
export async function* textOfFile(file: string): AsyncGenerator<string> {
  try {
    const packed = await isPacked(file);
    const bytes = createReadStream(file);
    // Errors of any stream of the chain reach the reader through the last one.
    const stream = packed ? pipeline(bytes, createGunzip(), () => undefined) : bytes;
    stream.setEncoding('utf8');
    let isFirst = true;
    for await (const chunk of stream) {
      const text = chunk as string;
      yield isFirst ? text.replace(/^\uFEFF/, '') : text;
      isFirst = false;
    }
  } catch (cause) {
    throw new CaseFileUnreadableError(file, cause);
  }
}

/** As its first two bytes say. */
async function isPacked(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}
