import * as z from 'zod/mini';
import { jsonOf } from './call.ts';
import type { RunningEmulator } from './emulator.ts';
import { startEmulator } from './emulator.ts';
import { inhabitants } from './slack/people.ts';
import { channelId } from './slack-ids.ts';
import type { SlackIds } from './slack-ids.ts';

const bot = { id: 'B0SUNDIAL1', user: 'U0SUNDIAL1', name: 'sundial' };

/** Names of the people in the workspace, by user id. */
export const slackAuthors: ReadonlyMap<string, string> = new Map([
  [bot.user, 'Sundial'],
  ['U000000001', 'Admin'],
  ...inhabitants.map(({ id, name }): [string, string] => [id, name]),
]);

const Channels = z.object({ channels: z.array(z.object({ id: z.string(), name: z.string() })) });

/** A workspace with these channels and Sundial's bot in it. */
export async function startSlack(channels: readonly string[], ids: SlackIds): Promise<RunningEmulator> {
  const emulator = await startEmulator('slack', bot.user, 'https://slack.simulated.test', {
    team: { name: 'Simulated workspace', domain: 'simulated' },
    channels: channels.map((name) => ({ name })),
    oauth_apps: [
      {
        client_id: '1.1',
        client_secret: 'simulated',
        name: 'Sundial',
        redirect_uris: [],
        app_id: 'A0SUNDIAL1',
        bot_id: bot.id,
        bot_user_id: bot.user,
        bot_name: bot.name,
      },
    ],
  });

  const answer = await emulator.forward({
    method: 'POST',
    path: '/api/conversations.list',
    contentType: 'application/x-www-form-urlencoded',
    body: 'limit=1000',
  });
  for (const { id, name } of Channels.parse(jsonOf(answer.body)).channels)
    if (channels.includes(name)) ids.pair(channelId(name), id);
  return emulator;
}
