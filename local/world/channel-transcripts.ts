import type { KnownBlock } from '@slack/types';
import * as z from 'zod/mini';
import type { ChannelTranscript, ChatMessage, RootMessage } from '../../templates/console/transcripts.ts';
import { jsonOf } from './call.ts';
import type { Service } from './service.ts';

const Message = z.object({
  ts: z.string(),
  user: z.string(),
  text: z.string(),
  blocks: z.optional(z.array(z.looseObject({ type: z.string() }))),
  edited: z.optional(z.looseObject({})),
  files: z.optional(z.array(z.object({ id: z.string(), alt_txt: z.string() }))),
  reply_count: z.optional(z.number()),
});
const Channels = z.object({ channels: z.array(z.object({ id: z.string(), name: z.string() })) });
const Messages = z.object({
  messages: z.array(Message),
  response_metadata: z.optional(z.object({ next_cursor: z.optional(z.string()) })),
});

/** Names of people by id, and the `data:` address of a file. */
interface Known {
  readonly authors: ReadonlyMap<string, string>;
  readonly sourceOf: (file: string) => string;
}

type Ask = (method: string, parameters: Readonly<Record<string, string>>) => Promise<unknown>;

/** What the channels of these ids hold, in their order. */
export async function channelTranscripts(
  callSlack: Service['call'],
  ids: readonly string[],
  known: Known,
): Promise<ChannelTranscript[]> {
  const ask: Ask = async (method, parameters) => {
    const body = new URLSearchParams({ limit: '1000', ...parameters }).toString();
    const contentType = 'application/x-www-form-urlencoded';
    const answer = await callSlack({ method: 'POST', path: `/api/${method}`, contentType, body });
    return jsonOf(answer.body);
  };
  const { channels } = Channels.parse(await ask('conversations.list', {}));

  const transcripts: ChannelTranscript[] = [];
  for (const id of ids) {
    const channel = channels.find((candidate) => candidate.id === id);
    if (!channel) continue;
    const messages: RootMessage[] = [];
    for (const root of await history(ask, channel.id))
      messages.push({ ...message(root, known), replies: await replies(ask, channel.id, root, known) });
    transcripts.push({ ...channel, messages });
  }
  return transcripts;
}

async function history(ask: Ask, channel: string): Promise<z.infer<typeof Message>[]> {
  const found: z.infer<typeof Message>[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const page = Messages.parse(await ask('conversations.history', { channel, ...(cursor ? { cursor } : {}) }));
    found.push(...page.messages);
    cursor = page.response_metadata?.next_cursor || undefined;
  }
  return found.toReversed();
}

async function replies(ask: Ask, channel: string, root: z.infer<typeof Message>, known: Known): Promise<ChatMessage[]> {
  if (!root.reply_count) return [];
  const { messages } = Messages.parse(await ask('conversations.replies', { channel, ts: root.ts }));
  return messages.filter(({ ts }) => ts !== root.ts).map((reply) => message(reply, known));
}

function message(told: z.infer<typeof Message>, { authors, sourceOf }: Known): ChatMessage {
  const { ts, user, text, blocks = [], edited, files = [] } = told;
  return {
    ts,
    author: authors.get(user) ?? user,
    text,
    blocks: blocks as unknown as readonly KnownBlock[],
    edited: edited !== undefined,
    ...(files.length > 0 && { pictures: files.map(({ id, alt_txt: altText }) => ({ altText, source: sourceOf(id) })) }),
  };
}
