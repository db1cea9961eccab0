import type { Inhabitant } from '../world/slack/people.ts';
import { told } from '../world/slack/views.ts';
import { acknowledgement } from './acknowledgement.ts';
import { elementState } from './element-state.ts';
import { elementsIn } from './elements.ts';
import { formState } from './form-state.ts';
import type { Given, Pressed, PressedIn, SlackPerson } from './slack-person.ts';
import type { Workspace } from './workspace.ts';
import { userTold } from './workspace.ts';

/** What stands around what was pressed, and the blocks to find it in. */
interface Surroundings {
  readonly blocks: readonly unknown[];
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Presses what stands there; what does not, nobody can press. */
export function pressing(person: Inhabitant, place: Workspace): SlackPerson['press'] {
  return async (where, pressed, given = {}) => {
    const { blocks, payload } = await surroundings(where, given, person, place);
    const taken = await place.sendInteraction({
      type: 'block_actions',
      user: userTold(person),
      trigger_id: place.world.slackDesk.triggers.issue(person.id),
      ...payload,
      actions: [action(pressed, blocks)],
    });
    return acknowledgement(taken);
  };
}

function action({ actionId, blockId, value }: Pressed, blocks: readonly unknown[]) {
  const found = elementsIn(blocks).find(
    (placed) => placed.element.action_id === actionId && (blockId === '' || placed.blockId === blockId),
  );
  if (!found) throw new Error(`there is no ${actionId} in ${blockId} to be pressed`);
  const { element } = found;
  const state = elementState(element, element.type === 'button' ? undefined : value);
  return { ...state, action_id: actionId, block_id: found.blockId, action_ts: '1.1' };
}

async function surroundings(
  where: PressedIn,
  given: Given,
  { id: user }: Inhabitant,
  { world, answersTo }: Workspace,
): Promise<Surroundings> {
  const { answers, channels, files, views } = world.slackDesk;
  const channelTold = (id: string) => ({ id, name: channels.nameOf(id) ?? id });
  switch (where.kind) {
    case 'message': {
      const { channel, ts } = where;
      const message = (await world.messages())
        .filter(({ id }) => id === channel)
        .flatMap(({ messages }) => messages.flatMap((root) => [root, ...root.replies]))
        .find((one) => one.ts === ts);
      if (!message) throw new Error(`there is no message ${ts} in ${channel}`);
      const { text, blocks } = message;
      const container = { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: false };
      const original = { kind: 'message', ts } as const;
      const responseUrl = answersTo({ user, channel, original });
      const payload = { channel: channelTold(channel), message: { type: 'message', ts, text, blocks }, container };
      return { blocks, payload: { ...payload, response_url: responseUrl } };
    }
    case 'answer': {
      const answer = answers.answer(where.id);
      if (answer?.user !== user) throw new Error(`nobody answered ${where.id} to ${user}`);
      const { channel, message } = answer;
      const container = { type: 'message', message_ts: '1.1', channel_id: channel, is_ephemeral: true };
      const responseUrl = answersTo({ user, channel, original: { kind: 'answer', id: where.id } });
      return {
        blocks: message.blocks,
        payload: { channel: channelTold(channel), container, response_url: responseUrl },
      };
    }
    case 'modal': {
      const shown = views.shown(where.viewId);
      if (!shown) throw new Error(`nobody has ${where.viewId} open`);
      const state = { values: formState(shown.view, given, files).values };
      const container = { type: 'view', view_id: shown.id };
      return { blocks: shown.view.blocks, payload: { view: { ...(told(shown) as object), state }, container } };
    }
    case 'home': {
      const shown = views.home(user);
      if (!shown) throw new Error(`${user} has no home open`);
      const container = { type: 'view', view_id: shown.id };
      return {
        blocks: shown.view.blocks,
        payload: { view: { ...(told(shown) as object), state: { values: {} } }, container },
      };
    }
  }
}
