import type { KnownBlock } from '@slack/types';
import type { Json } from '../world/call.ts';
import type { Inhabitant } from '../world/slack/people.ts';
import { inhabitants } from '../world/slack/people.ts';
import type { Acknowledgement, SlackPerson } from './slack-person.ts';
import { acknowledgement } from './acknowledgement.ts';
import type { Taken, Workspace } from './workspace.ts';

/** Types `/sundial` and words. What is answered at once stands in the acknowledgement, and only this person sees it. */
export function commanding({ id, handle }: Inhabitant, place: Workspace): SlackPerson['command'] {
  const { channels, triggers, answers } = place.world.slackDesk;

  return async (text, channel): Promise<Acknowledgement> => {
    const channelId = channels.idOf(channel);
    if (channelId === null) throw new Error(`the simulated Slack has no channel ${channel}`);
    const taken = await place.sendForm({
      command: '/sundial',
      text: withIds(text),
      user_id: id,
      user_name: handle,
      channel_id: channelId,
      channel_name: channels.nameOf(channelId) ?? channelId,
      trigger_id: triggers.issue(id),
      response_url: place.answersTo({ user: id, channel: channelId, original: null }),
    });
    const message = taken.status === 200 ? messageIn(taken) : null;
    if (message) answers.put(id, channelId, message);
    return acknowledgement(taken);
  };
}

/** People as Slack writes them where a command asks for it in the manifest. */
function withIds(text: string): string {
  return text.replaceAll(/@(?<handle>[a-z]+)\b/g, (written, handle: string) => {
    const person = inhabitants.find((one) => one.handle === handle);
    return person ? `<@${person.id}|${handle}>` : written;
  });
}

function messageIn({ json, body }: Taken) {
  if (!json) return body.trim() === '' ? null : { text: body, blocks: [] };
  const { text, blocks } = json;
  const given = Array.isArray(blocks) ? (blocks as readonly Json[]) : [];
  return { text: typeof text === 'string' ? text : '', blocks: given as unknown as readonly KnownBlock[] };
}
