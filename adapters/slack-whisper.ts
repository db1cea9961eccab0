import type { WebClient } from '@slack/web-api';
import type { Message } from '../templates/message.ts';
import { slackCode } from './slack-error.ts';
import { sendable } from './slack-sendable.ts';

type Ask = <T>(method: string, call: () => Promise<T>) => Promise<T>;

/** A person who is not in the channel cannot be whispered to there. */
const notThere: ReadonlySet<string> = new Set([
  'user_not_in_channel',
  'channel_not_found',
  'not_in_channel',
  'is_archived',
]);

/**
 * Says something to one person alone: in a channel, or in a direct message where the channel is their own id or they are not in it. A
 * message that is lost on the way is not looked for; said twice it does no harm.
 */
export function slackWhisper(client: Pick<WebClient, 'chat'>, ask: Ask) {
  return async (channel: string, user: string, message: Message): Promise<void> => {
    sendable(message, 'chat.postEphemeral', channel);
    const words = { text: message.text, blocks: [...message.blocks] };
    const directly = (): Promise<unknown> => client.chat.postMessage({ channel: user, ...words });
    const inChannel = (): Promise<unknown> =>
      client.chat.postEphemeral({ channel, user, ...words }).catch((fault: unknown) => {
        if (notThere.has(slackCode(fault) ?? '')) return directly();
        throw fault;
      });
    await (channel === user ? ask('chat.postMessage', directly) : ask('chat.postEphemeral', inChannel));
  };
}
