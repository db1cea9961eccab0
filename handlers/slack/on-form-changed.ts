import type { BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { formNames } from '../../domain/slack-request.ts';
import { notTakenAbove } from '../../templates/slack/not-taken.ts';
import { formFields } from './form-fields.ts';
import { formMetadata } from './form-metadata.ts';
import type { Listening } from './listening.ts';
import { requestOf } from './on-pressed.ts';
import { takeInTime } from './take-in-time.ts';

type Arguments = Pick<SlackActionMiddlewareArgs<BlockAction>, 'body' | 'ack'>;
type View = NonNullable<BlockAction['view']>;

/** Something in an open form was changed or pressed that other parts of it follow from: it is filled anew, with what was given so far. */
export async function onFormChanged({ body, ack }: Arguments, listening: Listening): Promise<void> {
  const { view } = body;
  const form = formNames.find((name) => name === view?.callback_id);
  if (!view || !form) throw new Error(`${view?.callback_id ?? 'a view'} is no form of Sundial's`);
  const { about } = formMetadata(view.private_metadata);
  const { id: viewId } = view;
  const asked = { kind: 'openForm', form, viewId, about, fields: formFields(view.state.values) } as const;
  await takeInTime(
    listening,
    ({ signal }) => listening.handOn({ ...requestOf(body, listening), asked }, signal),
    () => listening.updateView(viewId, notTakenAbove(asSent(view))),
  );
  await ack();
}

/** What Slack takes back of a view that it told. What was typed stays, for the fields keep their names. */
function asSent({ title, submit, close, blocks, callback_id, private_metadata }: View): ModalView {
  return {
    type: 'modal',
    callback_id,
    private_metadata,
    title,
    blocks: blocks,
    ...(submit && { submit }),
    ...(close && { close }),
  };
}
