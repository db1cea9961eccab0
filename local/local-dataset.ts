import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { datasetFiles } from '../adapters/comparison/dataset-files.ts';
import { DatasetError } from '../adapters/comparison/open-dataset.ts';
import { recentCalls } from '../domain/comparison-run.ts';
import type { ObjectStore } from '../adapters/object-store.ts';
import { storyDataset, storyDatasets } from './story/cases/story-dataset.ts';

/** The files of a dataset on one machine: the story's own, a path, or S3 where there are credentials for it. */
export async function localDataset(
  address: string,
  folder: string,
  objects: ObjectStore | null,
): Promise<readonly string[]> {
  const story = storyDataset(address);
  if (story !== null) {
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'source.jsonl');
    writeFileSync(file, story);
    return [file];
  }
  if (address === recentCalls)
    throw new DatasetError(
      'The model invocation log of the simulated organisation holds no prompts: choose other cases.',
    );
  if (address.startsWith('s3://')) {
    if (!objects)
      throw new DatasetError(`${address}: everything is simulated here, and S3 is not asked; name a file instead`);
    return datasetFiles(address, folder, objects);
  }
  if (existsSync(address)) return [address];
  throw new DatasetError(`${address}: no such file; the story has ${storyDatasets.join(' and ')}`);
}

/** Keeps cases that somebody uploaded, under a name that is the same for the same cases. */
export function keepLocalDataset(folder: string, name: string, bytes: Uint8Array): string {
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  mkdirSync(folder, { recursive: true });
  const file = join(
    folder,
    `${digest}-${basename(name)
      .replaceAll(/[^\w.-]+/g, '-')
      .slice(-80)}`,
  );
  writeFileSync(file, bytes);
  return file;
}
