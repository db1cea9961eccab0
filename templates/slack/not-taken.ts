import type { KnownBlock, ModalView } from '@slack/types';
import type { FormName } from '../../domain/slack-request.ts';
import type { Message } from '../message.ts';
import { formWords } from './form-words.ts';

/** Said wherever something that a person asked for could not be taken: nothing was begun, so nothing happens twice. */
export const notTaken = 'Sundial could not take this just now, and nothing was done. Please try again in a minute.';

export function notTakenMessage(): Message {
  return { text: notTaken, blocks: [notice] };
}

/** Takes the place of a form that cannot be filled. */
export function notTakenModal(form: FormName): ModalView {
  return { ...frame(formWords[form].title), blocks: [notice] };
}

/** Opens where there is neither a message nor a form to answer in. */
export function notTakenAlone(): ModalView {
  return { ...frame('Sundial'), blocks: [notice] };
}

/** The form as it stands, with what was typed, and the words above it. */
export function notTakenAbove(view: ModalView): ModalView {
  const blocks = view.blocks.filter((block) => (block as KnownBlock).block_id !== notice.block_id);
  return { ...view, blocks: [notice, ...blocks] };
}

const notice = {
  type: 'section',
  block_id: 'not-taken',
  text: { type: 'mrkdwn', text: notTaken },
} as const satisfies KnownBlock;

function frame(title: string): Omit<ModalView, 'blocks'> {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: title, emoji: false },
    close: { type: 'plain_text', text: 'Close', emoji: false },
  };
}
