import { basename, join } from 'node:path';
import { objectPlace } from '../object-place.ts';
import { isMissing } from '../missing-object.ts';
import type { ObjectStore } from '../object-store.ts';
import { DatasetError } from './open-dataset.ts';

/** Batches of the invocation log that are read; a day of a busy account has some hundred. */
const mostBatches = 2_000;

/**
 * Brings a dataset of S3 into a folder: the one object, or, where the key ends in `/`, every batch of the model invocation log below
 * it. Throws `DatasetError` in words that a person who named it understands.
 */
export async function datasetFiles(address: string, folder: string, objects: ObjectStore): Promise<readonly string[]> {
  const place = objectPlace(address);
  if (!place) throw new DatasetError(`${address}: expected s3://bucket/key`);
  const { bucket, key } = place;
  try {
    const keys = key.endsWith('/') ? await batchesUnder(objects, bucket, key) : [key];
    if (keys.length === 0) throw new DatasetError(`${address}: nothing of the model invocation log lies there`);
    const files = keys.map((one, index) => join(folder, `source-${index}-${basename(one)}`));
    for (const [index, one] of keys.entries()) await objects.download(bucket, one, files[index] ?? '');
    return files;
  } catch (error) {
    throw error instanceof DatasetError
      ? error
      : new DatasetError(`${address}: ${faultWords(error)}`, { cause: error });
  }
}

/** Bodies that were too large for the log lie beside it, under `data/`; they are no records. */
async function batchesUnder(objects: ObjectStore, bucket: string, prefix: string): Promise<readonly string[]> {
  const keys = await objects.keys(bucket, prefix, mostBatches);
  return keys.filter((key) => /\.(gz|jsonl?)$/.test(key) && !/\/data\//.test(key));
}

function faultWords(error: unknown): string {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (isMissing(error)) return 'there is no such object';
  if (name === 'NoSuchBucket') return 'there is no such bucket';
  if (name === 'AccessDenied')
    return 'Sundial may not read it: name its bucket in the parameter datasetBucket, and let its policy allow it';
  return `cannot be read: ${message}`;
}
