import type { BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { Asked, SlackRequest } from '../../domain/slack-request.ts';
import { notTakenAlone, notTakenMessage } from '../../templates/slack/not-taken.ts';
import type { Listening } from './listening.ts';
import { openForm } from './open-form.ts';
import type { Pressing } from './pressed.ts';
import { pressing } from './pressed.ts';
import { requestKey } from './request-key.ts';
import type { Taking } from './take-in-time.ts';
import { takeInTime } from './take-in-time.ts';

type Arguments = Pick<SlackActionMiddlewareArgs<BlockAction>, 'body' | 'action' | 'ack'>;

/** A button or a menu in a message, an answer or App Home. */
export async function onPressed({ body, action, ack }: Arguments, listening: Listening): Promise<void> {
  const pressed = pressing(action);
  if (!pressed) throw new Error(`${action.action_id} in ${action.block_id} is no button of Sundial's`);
  await takeInTime(
    listening,
    (taking) => take(pressed, body, taking, listening),
    () => say(body, listening),
  );
  await ack();
}

async function take(pressed: Pressing, body: BlockAction, taking: Taking, listening: Listening): Promise<void> {
  if (pressed.kind === 'link') return;
  const request = requestOf(body, listening);
  if (pressed.kind === 'form') await openForm({ ...pressed, request, triggerId: body.trigger_id }, taking, listening);
  else await listening.handOn({ ...request, asked: pressed satisfies Asked }, taking.signal);
}

/** In the place where it was pressed, to who pressed it. App Home takes no answers: there a form opens. */
async function say({ response_url: responseUrl, trigger_id }: BlockAction, listening: Listening): Promise<void> {
  if (responseUrl) await listening.respond(responseUrl, notTakenMessage(), { share: false });
  else await listening.openModal(trigger_id, notTakenAlone());
}

export function requestOf(body: BlockAction, { now }: Listening): Omit<SlackRequest, 'asked'> {
  return {
    key: requestKey('action', body.trigger_id, body.actions[0]?.action_ts ?? ''),
    at: now().toUTC().toISO() ?? '',
    user: body.user.id,
    channel: body.channel?.id ?? null,
    responseUrl: body.response_url || null,
  };
}
