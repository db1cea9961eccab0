import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogLevel, WebClient } from '@slack/web-api';
import { DateTime } from 'luxon';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startWorld } from '../../local/world.ts';
import { childRunning, firstOutput, killed } from './child-process.ts';

const now = () => DateTime.utc(2026, 3, 10);

describe('a world whose process is killed', () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'sundial-world-'));
  });

  afterEach(() => {
    rmSync(directory, { recursive: true, force: true });
  });

  it('still holds every message that was answered', async () => {
    const child = childRunning(`
      import { DateTime } from 'luxon';
      import { startWorld } from './local/world.ts';
      const world = await startWorld({
        channels: ['#payments'], repositories: [], directory: ${JSON.stringify(directory)}, now: () => DateTime.utc(2026, 3, 1),
      });
      console.log(JSON.stringify([world.slackToken, world.slackApiUrl]));
    `);
    const [token = '', slackApiUrl = ''] = JSON.parse(await firstOutput(child)) as string[];
    const slack = new WebClient(token, { slackApiUrl, retryConfig: { retries: 0 }, logLevel: LogLevel.ERROR });
    const answered: string[] = [];
    const posting = (async () => {
      for (;;) answered.push((await slack.chat.postMessage({ channel: '#payments', text: 'Nova' })).ts ?? '');
    })().catch(() => undefined);
    while (answered.length < 25) await new Promise((resolve) => setTimeout(resolve, 5));
    await killed(child);
    await posting;

    const world = await startWorld({ channels: ['#payments'], repositories: [], directory, now });
    const held = (await world.messages()).flatMap(({ messages }) => messages.map(({ ts }) => ts));

    expect(held.slice(0, answered.length)).toEqual(answered);
    expect(held.length - answered.length).toBeLessThanOrEqual(1);
    await world.close();
  });

  it('is back, whole, after hundreds of changes', async () => {
    const world = await startWorld({ channels: ['#payments'], repositories: ['acme/payments'], directory, now });
    const headers = { authorization: `Bearer ${world.githubToken}`, 'content-type': 'application/json' };
    const slackHeaders = { authorization: `Bearer ${world.slackToken}`, 'content-type': 'application/json' };
    for (let count = 0; count < 150; count += 1) {
      await Promise.all([
        fetch(`${world.githubApiUrl}/repos/acme/payments/issues`, {
          method: 'POST',
          headers,
          body: JSON.stringify({ title: 'Leave Nova', body: 'long '.repeat(400), labels: ['sundial'] }),
        }),
        fetch(`${world.slackApiUrl}chat.postMessage`, {
          method: 'POST',
          headers: slackHeaders,
          body: JSON.stringify({ channel: 'payments', text: 'long '.repeat(400) }),
        }),
      ]);
    }
    await world.close();

    const again = await startWorld({ channels: ['#payments'], repositories: ['acme/payments'], directory, now });

    expect((await again.tickets()).length).toBe(150);
    await again.close();
  }, 30_000);
});
