import type { KnownBlock, ModalView } from '@slack/types';
import { escaped } from './html.ts';
import type { PageLinks } from './page-links.ts';
import { slackBlock } from './slack-block.ts';
import { plainWords } from './slack-choice.ts';
import type { ShownModal, SlackSeat } from './slack-seat.ts';
import type { Surface } from './slack-surface.ts';
import { liveSurface, seatFields } from './slack-surface.ts';

export const modalAnchor = 'modal';

/** A form over the page, focused by its address. What lies behind it must be made inert. */
export function openModal({ viewId, view, held, errors }: ShownModal, seat: SlackSeat, links: PageLinks): string {
  const surface = liveSurface(seat, { kind: 'modal', viewId }, modalAnchor, links, { held, errors });
  const { submit, close } = view;
  const wrong = Object.keys(errors).length > 0;
  const buttons = [
    `<button class="button" name="close" value="1">${plainWords(close?.text ?? 'Close')}</button>`,
    submit ? `<button class="button primary" name="submit" value="1">${plainWords(submit.text)}</button>` : '',
  ];
  return [
    `<dialog open class="modal" id="${modalAnchor}" aria-modal="true" aria-labelledby="${modalAnchor}-title"${wrong ? ` aria-describedby="${modalAnchor}-problems"` : ''}>`,
    '<form method="post" action="/slack/modal" enctype="multipart/form-data" novalidate>',
    seatFields(seat, escaped),
    `<input type="hidden" name="view" value="${escaped(viewId)}">`,
    // Enter in a field presses the first button there is: it must be the one that sends the form.
    submit ? '<button class="default" name="submit" value="1" tabindex="-1" aria-hidden="true"></button>' : '',
    modalBody(view, surface),
    `<footer>${buttons.join('')}</footer></form></dialog>`,
  ].join('');
}

/** Title and blocks, for a form that works and for one that is only looked at. */
export function modalBody({ title, blocks }: ModalView, surface: Surface): string {
  const problems = Object.keys(surface.errors).length;
  return [
    `<header><h2 id="${surface.scope}-title">${plainWords(title.text)}</h2></header>`,
    '<div class="modal-blocks">',
    problems > 0
      ? `<p class="problem" id="${surface.scope}-problems" role="alert"><b>Not sent.</b> ${problems === 1 ? 'One field is' : 'Some fields are'} not yet right.</p>`
      : '',
    ...blocks.map((block) => slackBlock(block as KnownBlock, surface)),
    '</div>',
  ].join('');
}

/** Stands in the place of a form until it is made: the page then looks again by itself. */
export function isLoading({ view }: ShownModal): boolean {
  return view.callback_id !== undefined && view.submit === undefined && view.blocks.length === 1;
}
