import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const command = join(import.meta.dirname, '../../dist/sundial.js');

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Environment = Readonly<Record<string, string>>;

/** An empty folder with a place for temporary files in it, in which the command runs; gone when the test ends. */
export function aFolder(files: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'sundial-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [work, temporary, home] = [join(folder, 'work'), join(folder, 'tmp'), join(folder, 'home')];
  for (const path of [work, temporary, home]) mkdirSync(path);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(work, name), text);

  return {
    path: work,
    /** Runs the built command there, as a person would who has no credentials of AWS, but for what `env` says. */
    sundial: (args: readonly string[], stdin = '', env: Environment = {}) =>
      run(args, stdin, {
        cwd: work,
        // Compiled code, which Node 22 and later keep there, is nothing that a command leaves.
        env: { TMPDIR: temporary, HOME: home, NODE_DISABLE_COMPILE_CACHE: '1', ...env },
      }),
    left: () => ({ work: readdirSync(work).toSorted(), temporary: readdirSync(temporary) }),
  };
}

function run(args: readonly string[], stdin: string, { cwd, env }: { cwd: string; env: Environment }): Promise<Ran> {
  const ours = Object.entries(process.env).filter(([name]) => !/^(?:SUNDIAL|AWS)_/.test(name));
  const child = spawn(process.execPath, [command, ...args], { cwd, env: { ...Object.fromEntries(ours), ...env } });
  const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  child.stdin.end(stdin);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }),
    );
  });
}

/** The one JSON document on standard output. */
export function documentOf({ stdout }: Ran): Record<string, unknown> {
  return JSON.parse(stdout) as Record<string, unknown>;
}
