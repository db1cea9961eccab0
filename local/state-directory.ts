import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { lockDirectory } from './state-lock.ts';

/** Raised when what lies in the directory changes shape. */
const format = '1';

/** The directory in which a local Sundial keeps everything, owned by this process. */
export interface StateDirectory {
  readonly path: string;
  /** Where the local DynamoDB keeps its tables. */
  readonly dynamo: string;
  /** Where the simulated outside world keeps its journal. */
  readonly world: string;
  readonly release: () => void;
}

/** Creates the directory where there is none and owns it; throws `StateDirectoryTakenError` where another process does. */
export function openStateDirectory(directory: string): StateDirectory {
  const path = resolve(directory);
  const [dynamo, world] = [join(path, 'dynamo'), join(path, 'world')];
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const release = lockDirectory(path);
  try {
    checkFormat(path);
    for (const part of [dynamo, world]) mkdirSync(part, { recursive: true });
  } catch (error) {
    release();
    throw error;
  }
  return { path, dynamo, world, release };
}

function checkFormat(path: string): void {
  const file = join(path, 'format');
  try {
    writeFileSync(file, `${format}\n`, { flag: 'wx' });
  } catch {
    const found = readFileSync(file, 'utf8').trim();
    if (found !== format)
      throw new Error(`${path} was written by another version of Sundial (format ${found}, expected ${format})`);
  }
}
