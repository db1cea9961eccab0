import { afterEach, expect, it } from 'vitest';
import { slackClient } from '../../adapters/slack-client.ts';
import { slackPace } from '../../adapters/slack-pace.ts';
import { slackChat } from '../../adapters/slack-thread.ts';
import { migrationMessage } from '../../templates/migration-message.ts';
import { aSituation } from '../builders/situation.ts';
import type { Reply, ScriptedServer } from '../fakes/scripted-server.ts';
import { scriptedServer } from '../fakes/scripted-server.ts';

/** A clock that only goes on when somebody waits. */
function stoppedClock() {
  let instant = 0;
  return {
    now: () => instant,
    wait: (milliseconds: number) => {
      instant += milliseconds;
      return Promise.resolve();
    },
  };
}

it('lets one message a second into a channel, and does not make another channel wait', async () => {
  const clock = stoppedClock();
  const pace = slackPace(clock);
  const turns: [string, number][] = [];
  const turn = async (channel: string) => {
    await pace.turn(channel);
    turns.push([channel, clock.now()]);
  };

  await turn('C1');
  await turn('C2');
  await turn('C1');
  await turn('C1');
  await turn('C2');

  expect(turns).toEqual([
    ['C1', 0],
    ['C2', 0],
    ['C1', 1_000],
    ['C1', 2_000],
    ['C2', 2_000],
  ]);
});

it('gives those who ask at the same moment one second each', async () => {
  const waits: number[] = [];
  const pace = slackPace({
    now: () => 0,
    wait: (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
  });

  await Promise.all(Array.from({ length: 4 }, () => pace.turn('C1')));

  expect(waits).toEqual([1_000, 2_000, 3_000]);
});

it('leaves a channel alone for as long as Slack said, whoever asks', async () => {
  const clock = stoppedClock();
  const pace = slackPace(clock);
  pace.hold('C1', 30_000);

  await pace.turn('C1');

  expect(clock.now()).toBe(30_000);
});

it('knows a channel by its id once a message by its name has arrived there', async () => {
  const clock = stoppedClock();
  const pace = slackPace(clock);
  await pace.turn('payments');
  pace.took('C1');

  await pace.turn('C1');

  expect(clock.now()).toBe(1_000);
});

let server: ScriptedServer | undefined;
afterEach(() => server?.close());

it('is kept by posts, replies and edits, and a Retry-After holds them all', async () => {
  const clock = stoppedClock();
  const at: [string, number][] = [];
  const busy: Reply = { status: 429, headers: { 'retry-after': '5' } };
  let first = true;
  server = await scriptedServer(({ path }) => {
    const method = path.split('/').at(-1) ?? '';
    if (method === 'chat.getPermalink') return { body: { ok: true, permalink: null } };
    at.push([method, clock.now()]);
    const refused = method === 'chat.update' && first;
    if (refused) first = false;
    return refused ? busy : { body: { ok: true, channel: 'C0123456789', ts: '1.1' } };
  });
  const client = slackClient({ token: 'xoxb-sundial', apiUrl: `${server.url}/api/` });
  const patience = { attempts: 1, firstPauseMs: 1, longestMs: 0 };
  const chat = slackChat(client, patience, slackPace(clock));
  const message = migrationMessage(aSituation());

  const thread = await chat.post('#payments', 'post', message);
  await chat.reply(thread, 'reply', message);
  await expect(chat.update(thread, message)).rejects.toThrow('Slack could not be reached in time');
  await chat.reply(thread, 'another', message);

  expect(at).toEqual([
    ['chat.postMessage', 0],
    ['chat.postMessage', 1_000],
    ['chat.update', 2_000],
    ['chat.postMessage', 7_000],
  ]);
});
