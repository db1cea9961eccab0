import type { Answer, Call, Json } from '../call.ts';
import { isRecord, jsonOf } from '../call.ts';
import type { Asked } from './asked.ts';
import { askedOf, refused, textOf } from './asked.ts';
import { blockRefusal } from './block-refusal.ts';
import type { Desk } from './desk.ts';
import { fileJson, fileShare } from './file-methods.ts';

/** Why Slack refuses what concerns a channel or a message's blocks; `null` where the emulator answers. */
export function messageRefusal(method: string, asked: Asked, { channels }: Desk): Answer | null {
  const given = textOf(asked, 'channel');
  if (given && !isPerson(given) && asksChannel.test(method)) {
    const id = channels.idOf(given);
    if (id === null) return refused('channel_not_found');
    if (!channels.isBotIn(id)) return refused('not_in_channel');
    if (channels.isArchived(id) && method === 'chat.update') return refused('is_inactive');
    if (channels.isArchived(id) && writes.test(method)) return refused('is_archived');
  }
  return writes.test(method) || method === 'chat.update' ? blockRefusal(textOf(asked, 'text'), asked['blocks']) : null;
}

/** The same call with the channel by its id, for the emulator does not learn of new names. */
export function byChannelId(call: Call, { channels }: Desk): Call {
  const given = textOf(askedOf(call), 'channel');
  const id = given && !isPerson(given) ? channels.idOf(given) : null;
  if (id === null || id === given) return call;
  if (call.contentType?.includes('json')) {
    const body = jsonOf(call.body);
    return isRecord(body) ? { ...call, body: JSON.stringify({ ...body, channel: id }) } : call;
  }
  const form = new URLSearchParams(call.body);
  form.set('channel', id);
  return { ...call, body: form.toString() };
}

/** What the emulator tells, with files in the messages that show them, and channels as people call them now. */
export function embellished(answer: Answer, asked: Asked, { channels, files }: Desk, url: string): Answer {
  const body = jsonOf(answer.body);
  if (!isRecord(body) || body['ok'] !== true) return answer;
  const shownIn = (message: Json): Json => {
    const metadata = isRecord(message) ? message['metadata'] : null;
    if (!isRecord(message) || !isRecord(metadata) || metadata['event_type'] !== fileShare) return message;
    const payload = metadata['event_payload'];
    const ids = isRecord(payload) && Array.isArray(payload['files']) ? (payload['files'] as readonly Json[]) : [];
    const shown = ids
      .flatMap((id) => (typeof id === 'string' && files.file(id)) || [])
      .map((file) => fileJson(file, url));
    return { ...message, subtype: fileShare, files: shown };
  };
  const asNow = (channel: Json): Json => {
    const id = isRecord(channel) && typeof channel['id'] === 'string' ? channel['id'] : '';
    const name = channels.nameOf(id);
    return isRecord(channel) && name
      ? { ...channel, name, is_archived: channels.isArchived(id), is_member: channels.isBotIn(id) }
      : channel;
  };
  const { messages, channels: listed, channel } = body;
  const withoutArchived = asked['exclude_archived'] === 'true' || asked['exclude_archived'] === true;
  const told = {
    ...body,
    ...(isRecord(channel) && { channel: asNow(channel) }),
    ...(Array.isArray(messages) && { messages: (messages as readonly Json[]).map(shownIn) }),
    ...(Array.isArray(listed) && {
      channels: (listed as readonly Json[])
        .map(asNow)
        .filter((channel) => !withoutArchived || !isRecord(channel) || channel['is_archived'] !== true),
    }),
  };
  return { ...answer, body: JSON.stringify(told) };
}

const asksChannel = /^(chat\.|conversations\.(history|replies|info)$)/;
const writes = /^chat\.post/;

function isPerson(channel: string): boolean {
  return /^[UWD][A-Z0-9]{6,}$/.test(channel);
}
