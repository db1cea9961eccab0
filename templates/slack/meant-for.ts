import { mrkdwn } from '../markup.ts';
import { context } from '../blocks.ts';
import type { Message } from '../message.ts';

/** Why a channel takes no messages, by Slack's own word. */
const reasons: Readonly<Record<string, string>> = {
  is_archived: 'is archived',
  not_in_channel: 'does not have Sundial in it: `/invite @Sundial` there',
  channel_not_found: 'is gone, has another name now, or is private without Sundial in it',
};

/** A message that stands in the default channel, and says where it should stand. */
export function meantFor(channel: string, code: string | null, { text, blocks }: Message): Message {
  const name = mrkdwn.code(channel.slice(0, 100));
  const line = `Meant for ${name}, which ${reasons[code ?? ''] ?? 'cannot be reached'}.`;
  return { text: `Meant for ${mrkdwn.text(channel.slice(0, 100))}: ${text}`, blocks: [context([line]), ...blocks] };
}
