import type { ModalView } from '@slack/types';
import type { FormName } from '../../domain/slack-request.ts';
import { formWords } from './form-words.ts';

/** What a form shows until it is made: Slack wants a view within three seconds of the click. It has no input, so it cannot be sent. */
export function loadingModal(form: FormName, about: string | null): ModalView {
  return {
    type: 'modal',
    callback_id: form,
    private_metadata: JSON.stringify({ about }),
    title: { type: 'plain_text', text: formWords[form].title, emoji: false },
    close: { type: 'plain_text', text: 'Cancel', emoji: false },
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'One moment…' } }],
  };
}
