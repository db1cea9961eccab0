import type { ModalView } from '@slack/types';
import { clipped } from '../text.ts';

/** In place of a form that cannot be used. `text` says why, in mrkdwn: what of it comes from outside is escaped already. */
export function refusedModal({ title, text }: { readonly title: string; readonly text: string }): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: clipped(title, 24), emoji: false },
    close: { type: 'plain_text', text: 'Close', emoji: false },
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text: clipped(text, 2_900) } }],
  };
}
