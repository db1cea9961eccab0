import type { WebClient } from '@slack/web-api';
import { SlackChannelGoneError, hintFor } from './slack-error.ts';

/** Slack posts by name but reads by id only. Names are looked up once. */
export function slackChannels(client: Pick<WebClient, 'conversations'>): (channel: string) => Promise<string> {
  const known = new Map<string, string>();

  return async (channel) => {
    const name = channelName(channel);
    if (isChannelId(name)) return name;

    const id = known.get(name) ?? (await lookUp(client, name));
    known.set(name, id);
    return id;
  };
}

/** What `chat.postMessage` takes: `#payments` and `payments` are the same channel. */
export function channelName(channel: string): string {
  return channel.replace(/^#/, '');
}

/** Ids are in capitals, names never are. */
function isChannelId(channel: string): boolean {
  return /^[CGD][A-Z0-9]{6,}$/.test(channel);
}

async function lookUp(client: Pick<WebClient, 'conversations'>, name: string): Promise<string> {
  let cursor = '';
  do {
    const page = await client.conversations.list({
      types: 'public_channel,private_channel',
      exclude_archived: true,
      limit: 1000,
      ...(cursor ? { cursor } : {}),
    });
    const id = page.channels?.find((channel) => channel.name === name)?.id;
    if (id) return id;
    cursor = page.response_metadata?.next_cursor ?? '';
  } while (cursor);

  throw new SlackChannelGoneError('Slack knows no such channel', {
    method: 'conversations.list',
    channel: name,
    code: 'channel_not_found',
    hint: hintFor('channel_not_found'),
  });
}
