import type { ChildProcessByStdio } from 'node:child_process';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { buildSync } from 'esbuild';
import { onTestFinished } from 'vitest';

const root = join(import.meta.dirname, '../..');

export type Child = ChildProcessByStdio<null, Readable, null>;

/** Runs TypeScript, written as if it lay in the repository's root, in a process of its own, which ends with the test at the latest. */
export function childRunning(source: string): Child {
  const outfile = join(root, '.build', `child-${randomUUID()}.mjs`);
  buildSync({
    stdin: { contents: source, resolveDir: root, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile,
  });
  const child = spawn(process.execPath, [outfile], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** What the child writes first. */
export async function firstOutput(child: Child): Promise<string> {
  const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
  return chunk.toString();
}

/** Ends it the hard way: nothing it has is closed. */
export async function killed(child: Child): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}
