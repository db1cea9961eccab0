import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { ProcessMark } from './process-mark.ts';
import { isAlive, markOf } from './process-mark.ts';

/** Another process, still running, owns the state directory. */
export class StateDirectoryTakenError extends Error {
  readonly pid: number;

  constructor(directory: string, pid: number) {
    super(
      `${directory} is in use by another Sundial (process ${pid}); stop it first, or choose another state directory`,
    );
    this.name = 'StateDirectoryTakenError';
    this.pid = pid;
  }
}

const Mark = z.object({ pid: z.number(), startedAt: z.nullable(z.string()) });

/**
 * Owns the directory until the answer is called. The lock of a process that is no longer there is taken over: a killed process
 * cannot take its own away.
 */
export function lockDirectory(directory: string): () => void {
  const lock = join(directory, 'lock');
  const mine = join(directory, `lock.${process.pid}`);
  const mark = JSON.stringify(markOf(process.pid));

  writeFileSync(mine, mark);
  try {
    while (!linked(mine, lock)) {
      const held = read(lock);
      if (held && isAlive(held.mark)) throw new StateDirectoryTakenError(directory, held.mark.pid);
      if (held) takeAway(lock, held.text);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  return () => {
    if (read(lock)?.text === mark) rmSync(lock, { force: true });
  };
}

/** Linking is all or nothing, so a lock is never seen half written. */
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function read(lock: string): { text: string; mark: ProcessMark } | null {
  try {
    const text = readFileSync(lock, 'utf8');
    return { text, mark: Mark.parse(JSON.parse(text)) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new Error(`${lock} is not a lock that Sundial wrote; remove it if no Sundial is running`, { cause: error });
  }
}

/** Moves a dead lock aside; puts it back where another process has taken over in between. */
function takeAway(lock: string, dead: string): void {
  const aside = `${lock}.dead.${process.pid}`;
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  if (readFileSync(aside, 'utf8') !== dead) linked(aside, lock);
  rmSync(aside, { force: true });
}
