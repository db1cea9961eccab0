import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { CaseFileUnreadableError } from './case-file-error.ts';

/** SHA-256 of a file's bytes in hex: the same for the same dataset, wherever it lies. Throws `CaseFileUnreadableError`. */
export async function caseFileHash(file: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file), hash);
  } catch (cause) {
    throw new CaseFileUnreadableError(file, cause);
  }
  return hash.digest('hex');
}
