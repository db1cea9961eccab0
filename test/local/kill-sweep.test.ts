import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { organisation } from '../../local/story/organisation.ts';
import { aDirectory, anEngine, outside } from './engine.ts';

interface Kill {
  readonly after: number;
  readonly on: 'changes' | 'store';
}

/** Plays the story and its sweep in a process of its own; answers whether it was killed. */
function up(state: string, kill?: Kill): Promise<boolean> {
  const args = ['up', '--once', '--state', state, '--now', '2026-11-21T09:00:00Z'];
  const env = { ...process.env, KILL_AFTER: String(kill?.after ?? 0), KILL_ON: kill?.on ?? 'changes' };
  const preload = ['--import', resolve('test/local/kill-after.mjs'), resolve('dist/sundial.js')];
  const child = spawn(process.execPath, [...preload, ...args], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  return new Promise((done, fail) => {
    child.on('exit', (code, signal) => {
      if (code === 0 || signal === 'SIGKILL') done(signal === 'SIGKILL');
      else fail(new Error(`up ended with ${code ?? signal ?? ''}: ${stderr}`));
    });
  });
}

async function left(state: string) {
  const engine = await anEngine({ directory: state, configuration: organisation, at: '2026-11-21T09:00:00Z' });
  const { tickets, messages, replies } = await outside(engine);
  const migrations = (await engine.situations()).map(({ migration, presence }) => ({
    id: migration.id,
    told: migration.told !== null,
    dependents: presence.dependents.map(({ ownership }) => ownership.dependent.id),
  }));
  await engine.close();
  return { tickets, messages, said: saidIn(replies), migrations };
}

/** Each thing that threads were told, however many were told at once: news that falls together goes into one reply. */
function saidIn(replies: readonly string[]): string[] {
  return replies.flatMap((text) => text.replace(/^Claude [^:]+: /, '').split(/(?<=[.!]) /)).toSorted();
}

describe('a sweep that is killed and started again', () => {
  it('ends as one that was never killed, whenever it dies', async () => {
    const calm = join(aDirectory(), 'state');
    expect(await up(calm)).toBe(false);
    const wanted = await left(calm);
    expect(wanted.migrations).toHaveLength(10);

    for (const kill of [
      { on: 'changes', after: 31 },
      { on: 'changes', after: 44 },
      { on: 'store', after: 700 },
      { on: 'store', after: 1100 },
    ] as const) {
      const state = join(aDirectory(), 'state');
      expect(await up(state, kill), `${kill.on} ${kill.after} is within the sweep`).toBe(true);
      await up(state);
      expect(await left(state), `killed after ${kill.on} ${kill.after}`).toEqual(wanted);
    }
  }, 180_000);
});
