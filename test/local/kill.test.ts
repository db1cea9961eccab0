import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { healthStream } from '../builders/health-stream.ts';
import { fixture } from '../fixtures/fixture.ts';
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
function replay(directory: string, kill?: Kill): Promise<string | null> {
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

function prepared(events: readonly unknown[]): string {
  const directory = aDirectory();
  writeFileSync(join(directory, 'events.json'), JSON.stringify(events));
  writeFileSync(join(directory, 'sundial.yml'), configuration);
  return directory;
}

async function seen(directory: string) {
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

describe('killed and started again', () => {
  it('after every single change of the outside world, a stream of 200 events ends as if it had never been killed', async () => {
    const events = healthStream(200, 8);
    const [calm, shaken] = [prepared(events), prepared(events)];
    await replay(calm);

    let kills = 0;
    // An edit that was killed is done again, so the call after it is the second of the next run.
    for (let killed: string | null = ''; killed !== null; kills += 1) {
      killed = await replay(shaken, { after: killed.includes('chat.update') ? 2 : 1, on: 'changes' });
    }

    expect(kills).toBeGreaterThan(20);
    expect(await seen(shaken)).toEqual(await seen(calm));
  }, 240_000);

  const health = (name: string, changes: Record<string, unknown>, text: string) => {
    const event = fixture('health-bedrock', name);
    const detail = {
      ...(event['detail'] as object),
      ...changes,
      eventDescription: [{ language: 'en_US', latestDescription: text }],
    };
    return { ...event, time: changes['sentAt'] ?? event['time'], detail };
  };
  const opened = health(
    'unknown-model-without-dates',
    {},
    "Model ID 'examplelab.prose-2-large-v1:0' reaches end of life on May 3, 2027.",
  );
  const moved = health(
    'unknown-model-without-dates',
    { sentAt: '2026-11-05T10:00:00Z', lastUpdatedTime: 'Thu, 5 Nov 2026 10:00:00 GMT', communicationId: 'moved-1' },
    "Model ID 'examplelab.prose-2-large-v1:0' reaches end of life on June 1, 2027.",
  );

  it.each(['calls', 'store'] as const)(
    'after any one of its %s, a ticket, a thread and a moved date are told once',
    async (on) => {
      const calm = prepared([opened, moved]);
      await replay(calm);
      const wanted = await seen(calm);
      expect([wanted.tickets.length, wanted.replies.length, wanted.comments]).toEqual([1, 1, 1]);

      for (let after = 1; ; after += on === 'store' ? 3 : 1) {
        const directory = prepared([opened, moved]);
        if ((await replay(directory, { after, on })) === null) break;
        await replay(directory);
        expect(await seen(directory), `killed after ${on} ${after}`).toEqual(wanted);
      }
    },
    240_000,
  );
});
