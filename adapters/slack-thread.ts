import type { WebClient } from '@slack/web-api';
import type { ThreadRef } from '../domain/migration.ts';
import type { Message } from '../templates/message.ts';
import type { Patience } from './patience.ts';
import { defaultPatience, patiently } from './patience.ts';
import { channelName, slackChannels } from './slack-channels.ts';
import { SlackError, slackFailure, slackOutlook } from './slack-error.ts';
import type { SlackPace } from './slack-pace.ts';
import { unpaced } from './slack-pace.ts';
import { metadataWith, slackSearch } from './slack-search.ts';
import { sendable } from './slack-sendable.ts';

/** The part of Slack's client that we call. */
export type SlackCalls = Pick<WebClient, 'chat' | 'conversations'>;

/** Migrations as threads in Slack. What is posted carries its key as metadata, so that it is found again after a crash. */
export function slackChat(client: SlackCalls, patience: Patience = defaultPatience, pace: SlackPace = unpaced) {
  const channelId = slackChannels(client);
  const search = slackSearch(client);

  /** Waits for the channel's turn; what Slack sends back holds the whole channel for as long as it says. */
  async function inTurn<T>(channel: string, call: () => Promise<T>): Promise<T> {
    await pace.turn(channel);
    return call().catch((fault: unknown) => {
      const outlook = slackOutlook(fault);
      if (outlook.kind === 'refused' && outlook.afterMs !== null) pace.hold(channel, outlook.afterMs);
      throw fault;
    });
  }

  async function send(channel: string, key: string, message: Message, thread?: string): Promise<Posted> {
    const { ts, channel: id } = await inTurn(channelName(channel), () =>
      client.chat.postMessage({
        channel: channelName(channel),
        text: message.text,
        blocks: [...message.blocks],
        metadata: metadataWith(key),
        unfurl_links: false,
        unfurl_media: false,
        ...(thread ? { thread_ts: thread } : {}),
      }),
    );
    if (!ts || !id)
      throw new SlackError('Slack took the message but gave no timestamp', {
        method: 'chat.postMessage',
        channel,
        hint: null,
      });
    if (id !== channelName(channel)) pace.took(id);
    return { channel: id, ts };
  }

  async function find(channel: string, key: string): Promise<Posted | null> {
    const id = await channelId(channel);
    const ts = await search(id, key, null);
    return ts ? { channel: id, ts } : null;
  }

  /** A thread without a permalink is still a thread. */
  async function withPermalink({ channel, ts }: Posted): Promise<ThreadRef> {
    const permalink = await patiently(patience, slackOutlook, async () => {
      const answer = await client.chat.getPermalink({ channel, message_ts: ts });
      return answer.permalink ?? null;
    }).catch((fault: unknown) => {
      if (slackOutlook(fault).kind === 'hopeless') return null;
      throw slackFailure('chat.getPermalink', channel, fault);
    });
    return { channel, ts, permalink };
  }

  return {
    async post(channel: string, key: string, message: Message): Promise<ThreadRef> {
      sendable(message, 'chat.postMessage', channel);
      const posted = await patiently(
        patience,
        slackOutlook,
        () => send(channel, key, message),
        () => find(channel, key),
      ).catch(failing('chat.postMessage', channel));
      return withPermalink(posted);
    },

    async findPosted(channel: string, key: string): Promise<ThreadRef | null> {
      const found = await patiently(patience, slackOutlook, () => find(channel, key)).catch(
        failing('conversations.history', channel),
      );
      return found && withPermalink(found);
    },

    async update(thread: ThreadRef, message: Message): Promise<void> {
      sendable(message, 'chat.update', thread.channel);
      const { channel, ts } = thread;
      await patiently(patience, slackOutlook, () =>
        inTurn(channel, () => client.chat.update({ channel, ts, text: message.text, blocks: [...message.blocks] })),
      ).catch(failing('chat.update', channel));
    },

    async reply(thread: ThreadRef, key: string, message: Message): Promise<ThreadRef> {
      sendable(message, 'chat.postMessage', thread.channel);
      const { channel, ts } = thread;
      const posted = await patiently(
        patience,
        slackOutlook,
        async () => (await send(channel, key, message, ts)).ts,
        () => search(channel, key, ts),
      ).catch(failing('chat.postMessage', channel));
      return { channel, ts: posted, permalink: null };
    },

    async findReply({ channel, ts }: ThreadRef, key: string): Promise<ThreadRef | null> {
      const found = await patiently(patience, slackOutlook, () => search(channel, key, ts)).catch(
        failing('conversations.replies', channel),
      );
      return found === null ? null : { channel, ts: found, permalink: null };
    },
  };
}

interface Posted {
  readonly channel: string;
  readonly ts: string;
}

function failing(method: string, channel: string): (fault: unknown) => never {
  return (fault) => {
    throw slackFailure(method, channel, fault);
  };
}
