import type { WebClient } from '@slack/web-api';
import type { Finding } from '../../domain/finding.ts';
import { slackChannels } from '../slack-channels.ts';
import { slackFailure } from '../slack-error.ts';

type CheckedClient = Pick<WebClient, 'auth' | 'conversations'>;

/** Looks, without posting anything, whether the app can speak in each channel. The first line is the token itself. */
export async function checkSlack(
  client: CheckedClient,
  channels: readonly string[],
  scopes: readonly string[],
): Promise<readonly Finding[]> {
  const token = await checked('Slack: the token', 'auth.test', async () => {
    const { team, user, response_metadata: meta } = await client.auth.test();
    const granted = meta?.scopes ?? [];
    const lacking = granted.length > 0 ? scopes.filter((scope) => !granted.includes(scope)) : [];
    return lacking.length > 0
      ? missing(`it lacks ${lacking.join(', ')}`, 'Install the app again with every scope of slack-manifest.yml')
      : fine(`it is ${user ?? 'the app'} in ${team ?? 'the workspace'}`);
  });
  if (token.state !== 'fine') return [token];

  const idOf = slackChannels(client);
  const found: Finding[] = [];
  for (const name of channels)
    found.push(
      await checked(`Slack: ${name}`, 'conversations.info', async () => {
        const { channel } = await client.conversations.info({ channel: await idOf(name) });
        if (channel?.is_archived) return missing('it is archived', 'Unarchive it, or name another one in sundial.yml');
        return channel?.is_member === false
          ? missing('the app is not in it', 'Invite the app to the channel: /invite @Sundial')
          : fine('the app is in it');
      }),
    );
  return [token, ...found];
}

type Seen = Omit<Finding, 'subject'>;

function fine(seen: string): Seen {
  return { state: 'fine', seen, fix: null };
}

function missing(seen: string, fix: string): Seen {
  return { state: 'missing', seen, fix };
}

async function checked(subject: string, method: string, look: () => Promise<Seen>): Promise<Finding> {
  try {
    return { subject, ...(await look()) };
  } catch (fault) {
    const { message, data } = slackFailure(method, null, fault);
    const state = data.hint === null ? 'unknown' : 'missing';
    return { subject, state, seen: data.code === undefined ? message : `${message}: ${data.code}`, fix: data.hint };
  }
}
