import { closeSync, openSync, readSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { IgnoredPaths } from './ignored-paths.ts';
import { ignoredPaths } from './ignored-paths.ts';

/** Larger files are no source. */
const mostBytes = 5 * 1024 * 1024;
const bytesOfBinaryCheck = 8 * 1024;

export interface SourceFile {
  /** From the root of the tree, with `/`. */
  readonly file: string;
  readonly text: string;
}

export interface TreeReading {
  /** How many files were read; binaries are not. */
  readonly files: number;
  /** Files that were not read, though they may be source, and why. */
  readonly skipped: readonly { readonly file: string; readonly reason: string }[];
}

export interface TreeQuestions {
  /** A quick look at the bytes, as Latin-1; a file that fails it is not decoded. */
  readonly worthDecoding: (bytes: string) => boolean;
  readonly found: (file: SourceFile) => void;
  /** A real path that is no part of the tree. */
  readonly leaveOut?: string | null;
}

/**
 * Reads a working tree, hidden files too, without `.git`, what `.gitignore` names, symbolic links and binaries. One file after
 * the other through one buffer: for many small files that is quicker than any pool of threads.
 */
export function readSourceTree(path: string, { worthDecoding, found, leaveOut }: TreeQuestions): TreeReading {
  const whole = realpathSync(path);
  const single = !statSync(whole).isDirectory();
  const root = single ? dirname(whole) : whole;
  const buffer = Buffer.allocUnsafe(mostBytes + 1);
  const skipped: { file: string; reason: string }[] = [];
  let files = 0;

  const skip = (full: string, reason: string) => skipped.push({ file: inTree(root, full), reason });

  function readFile(full: string): void {
    if (full === leaveOut) return;
    const length = attempt(full, () => bytesOf(full, buffer));
    if (length === null || buffer.subarray(0, Math.min(length, bytesOfBinaryCheck)).includes(0)) return;
    if (length > mostBytes) {
      skip(full, `larger than ${mostBytes / 1024 / 1024} MB`);
      return;
    }
    files += 1;
    if (worthDecoding(buffer.toString('latin1', 0, length)))
      found({ file: inTree(root, full), text: buffer.toString('utf8', 0, length) });
  }

  function readFolder(folder: string, around: IgnoredPaths): void {
    const entries = attempt(folder, () => readdirSync(folder, { withFileTypes: true })) ?? [];
    const own = entries.some((entry) => entry.name === '.gitignore' && entry.isFile());
    const ignored = own ? (attempt(join(folder, '.gitignore'), () => around.inside(folder)) ?? around) : around;
    for (const entry of entries.toSorted(byName)) {
      const full = folder === sep ? sep + entry.name : folder + sep + entry.name;
      const isFolder = entry.isDirectory();
      if (entry.name === '.git' || !(isFolder || entry.isFile()) || ignored.ignores(full, isFolder)) continue;
      if (isFolder) readFolder(full, ignored);
      else readFile(full);
    }
  }

  /** `null`, and listed, where it cannot be read. */
  function attempt<Result>(full: string, read: () => Result): Result | null {
    try {
      return read();
    } catch (error) {
      skip(full, `cannot be read: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    }
  }

  if (single) readFile(join(root, basename(whole)));
  else readFolder(root, ignoredPaths(root));
  return { files, skipped };
}

function bytesOf(file: string, buffer: Buffer): number {
  const descriptor = openSync(file, 'r');
  try {
    return readSync(descriptor, buffer, 0, buffer.length, 0);
  } finally {
    closeSync(descriptor);
  }
}

function inTree(root: string, full: string): string {
  const path = relative(root, full);
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}
