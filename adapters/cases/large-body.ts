import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMissing } from '../missing-object.ts';
import type { ObjectStore } from '../object-store.ts';
import { objectPlace } from '../object-place.ts';
import type { JsonRecord } from './json-fields.ts';
import { recordIn, textIn } from './json-fields.ts';
import { textOfFile } from './text-of-file.ts';

/** Reads a body that was too large for its record, by its address in S3. */
export type BodyAt = (address: string) => Promise<{ readonly body: unknown } | { readonly fault: string }>;

/** Reads them from S3, one file on disk at a time, and none afterwards. */
export function bodiesIn(objects: Pick<ObjectStore, 'download'>): BodyAt {
  return async (address) => {
    const place = objectPlace(address);
    if (!place) return { fault: 'its body lies where nobody can look' };
    const folder = await mkdtemp(join(tmpdir(), 'sundial-body-'));
    try {
      const file = join(folder, 'body');
      await objects.download(place.bucket, place.key, file);
      const pieces: string[] = [];
      for await (const piece of textOfFile(file)) pieces.push(piece);
      return { body: JSON.parse(pieces.join('')) as unknown };
    } catch (error) {
      return { fault: `its body in S3 ${whyNot(error)}` };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
}

/** A record of the invocation log with its body in it, wherever that lies; or why no case can be made of it. */
export async function withBody(
  record: JsonRecord,
  bodyAt: BodyAt,
): Promise<{ readonly record: JsonRecord } | { readonly fault: string }> {
  const input = recordIn(record['input']) ?? {};
  const address = textIn(input['inputBodyS3Path']);
  if (address === null || (input['inputBodyJson'] ?? null) !== null) return { record };
  const found = await bodyAt(address);
  return 'fault' in found ? found : { record: { ...record, input: { ...input, inputBodyJson: found.body } } };
}

function whyNot(error: unknown): string {
  const { name } = error instanceof Error ? error : new Error();
  if (isMissing(error)) return 'is not there any more';
  if (name === 'AccessDenied') return 'may not be read by whoever asks';
  return name === 'SyntaxError' ? 'is no JSON' : `cannot be read: ${name}`;
}
