import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { aDirectory, anEngine, outside } from './engine.ts';

const command = resolve('dist/sundial.js');
const preload = resolve('test/local/kill-after.mjs');
const configuration = `
teams:
  payments: { channel: "#payments", tracker: { kind: github, repository: example-corp/payments }, timeZone: Europe/Berlin }
  platform: { channel: "#platform", tracker: { kind: github, repository: example-corp/platform } }
routes: [{ accounts: ["444455556666"], team: payments }]
defaultTeam: platform
`;

interface Kill {
  readonly after: number;
  readonly on: 'changes' | 'calls' | 'store';
}

/** Replays a file in a process of its own; answers what it was killed after, `null` when it lived to the end. */
export function replay(directory: string, kill?: Kill): Promise<string | null> {
  const args = [
    command,
    'replay',
    join(directory, 'events.json'),
    '--state',
    join(directory, 'state'),
    '--config',
    join(directory, 'sundial.yml'),
    '--now',
    '2026-11-20T09:00:00Z',
    '--json',
  ];
  const env = { ...process.env, KILL_AFTER: String(kill?.after ?? 0), KILL_ON: kill?.on ?? 'changes' };
  const child = spawn(process.execPath, ['--import', preload, ...args], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  return new Promise((done, fail) => {
    child.on('exit', (code, signal) => {
      if (code === 0) done(null);
      else if (signal === 'SIGKILL') done(stderr);
      else fail(new Error(`replay ended with ${code ?? signal ?? ''}: ${stderr}`));
    });
  });
}

export function prepared(events: readonly unknown[]): string {
  const directory = aDirectory();
  writeFileSync(join(directory, 'events.json'), JSON.stringify(events));
  writeFileSync(join(directory, 'sundial.yml'), configuration);
  return directory;
}

export async function seen(directory: string) {
  const engine = await anEngine({ directory: join(directory, 'state') });
  const { tickets, texts, replies } = await outside(engine);
  const comments = (await engine.world.tickets()).flatMap((ticket) => ticket.comments).length;
  const linked = (await engine.situations()).every(
    ({ migration }) => migration.ticket && migration.thread && migration.told,
  );
  const deadLetters = (await engine.deadLetters()).length;
  await engine.close();
  return { tickets, texts: texts.map((text) => text.replaceAll(/#\d+/g, '#')), replies, comments, linked, deadLetters };
}
