import type { WebClient } from '@slack/web-api';
import type { ThreadRef } from '../domain/migration.ts';
import { blockProblems } from '../templates/block-limits.ts';
import type { Message } from '../templates/message.ts';
import type { Patience } from './patience.ts';
import { defaultPatience, patiently } from './patience.ts';
import { channelName, slackChannels } from './slack-channels.ts';
import { SlackError, slackFailure, slackOutlook } from './slack-error.ts';

/** The part of Slack's client that we call. */
export type SlackCalls = Pick<WebClient, 'chat' | 'conversations'>;

const eventType = 'sundial_action';
/** Pages of 200 messages looked through for one of ours: further back than any crash that is still being mended. */
const mostPages = 50;

/** Migrations as threads in Slack. What is posted carries its key as metadata, so that it is found again after a crash. */
export function slackChat(client: SlackCalls, patience: Patience = defaultPatience) {
  const channelId = slackChannels(client);

  /** The timestamp of the message with the key, in the channel or in a thread of it. */
  async function search(channel: string, key: string, thread: string | null): Promise<string | null> {
    let cursor = '';
    for (let page = 0; page < mostPages; page += 1) {
      const where = { channel, limit: 200, include_all_metadata: true, ...(cursor ? { cursor } : {}) };
      const answer = thread
        ? await client.conversations.replies({ ...where, ts: thread })
        : await client.conversations.history(where);
      const ours = answer.messages?.find(
        ({ metadata }) => metadata?.event_type === eventType && keyOf(metadata) === key,
      );
      if (ours?.ts) return ours.ts;
      cursor = answer.response_metadata?.next_cursor ?? '';
      if (!cursor) return null;
    }
    return null;
  }

  async function send(channel: string, key: string, message: Message, thread?: string): Promise<Posted> {
    const { ts, channel: id } = await client.chat.postMessage({
      channel: channelName(channel),
      text: message.text,
      blocks: [...message.blocks],
      metadata: { event_type: eventType, event_payload: { key } },
      unfurl_links: false,
      unfurl_media: false,
      ...(thread ? { thread_ts: thread } : {}),
    });
    if (!ts || !id)
      throw new SlackError('Slack took the message but gave no timestamp', {
        method: 'chat.postMessage',
        channel,
        hint: null,
      });
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
      check(message, 'chat.postMessage', channel);
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
      check(message, 'chat.update', thread.channel);
      const { channel, ts } = thread;
      await patiently(patience, slackOutlook, () =>
        client.chat.update({ channel, ts, text: message.text, blocks: [...message.blocks] }),
      ).catch(failing('chat.update', channel));
    },

    async reply(thread: ThreadRef, key: string, message: Message): Promise<ThreadRef> {
      check(message, 'chat.postMessage', thread.channel);
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

function keyOf(metadata: { readonly event_payload?: unknown }): unknown {
  return (metadata.event_payload as { readonly key?: unknown } | undefined)?.key;
}

function check(message: Message, method: string, channel: string): void {
  const problems = blockProblems(message);
  if (problems.length === 0) return;
  throw new SlackError('Slack would refuse this message', {
    method,
    channel,
    problems,
    hint: 'This is a fault of Sundial, not of your settings: please report it',
  });
}

function failing(method: string, channel: string): (fault: unknown) => never {
  return (fault) => {
    throw slackFailure(method, channel, fault);
  };
}
