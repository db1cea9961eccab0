import type { ThreadRef } from '../domain/migration.ts';
import type { Message } from '../templates/message.ts';
import { meantFor } from '../templates/slack/meant-for.ts';
import { channelName } from './slack-channels.ts';
import { SlackChannelGoneError } from './slack-error.ts';
import type { slackChat } from './slack-thread.ts';

type Chat = ReturnType<typeof slackChat>;

/**
 * Posts in the default channel what its own cannot take, with a first line that says so; the thread stands where the answer says. What
 * goes on in a thread whose channel is gone throws `SlackChannelGoneError`: a thread is moved by whoever remembers it.
 */
export function slackFallback(chat: Chat, defaultChannel: string): Chat {
  const isDefault = (channel: string) => channelName(channel) === channelName(defaultChannel);

  /** `null` where the channel is gone. */
  async function foundIn(channel: string, key: string): Promise<ThreadRef | null> {
    try {
      return await chat.findPosted(channel, key);
    } catch (fault) {
      if (fault instanceof SlackChannelGoneError && !isDefault(channel)) return null;
      throw fault;
    }
  }

  return {
    ...chat,

    async post(channel: string, key: string, message: Message): Promise<ThreadRef> {
      try {
        return await chat.post(channel, key, message);
      } catch (fault) {
        if (!(fault instanceof SlackChannelGoneError) || isDefault(channel)) throw fault;
        const code = fault.data.code ?? null;
        const posted = await chat.post(defaultChannel, key, meantFor(channel, code, message));
        return { ...posted, insteadOf: { channel, code } };
      }
    },

    /** Looks in both: the channel may have been reachable before, or again. */
    async findPosted(channel: string, key: string): Promise<ThreadRef | null> {
      const found = await foundIn(channel, key);
      if (found || isDefault(channel)) return found;
      const elsewhere = await chat.findPosted(defaultChannel, key);
      return elsewhere && { ...elsewhere, insteadOf: { channel, code: null } };
    },
  };
}
