import type { ActionsBlockElement, Button, Overflow, SectionBlockAccessory } from '@slack/types';
import { anchor, escaped, slug } from './html.ts';
import type { ControlMarks } from './slack-choice.ts';
import { groupControl, personControl, plainWords, selectControl } from './slack-choice.ts';
import { pressButton } from './slack-press.ts';
import type { Surface } from './slack-surface.ts';

/** Something to press or to choose from, beside a section or among actions. Kinds that Sundial does not send are named, not hidden. */
export function slackElement(
  element: ActionsBlockElement | SectionBlockAccessory,
  blockId: string,
  surface: Surface,
): string {
  switch (element.type) {
    case 'image':
      return slackPicture(element);
    case 'button':
      return button(element, blockId, surface);
    case 'overflow':
      return overflow(element, blockId, surface);
    case 'static_select':
      return chosen(element.action_id, blockId, surface, (marks) => selectControl(element, marks, undefined));
    case 'users_select':
      return chosen(element.action_id, blockId, surface, (marks) =>
        personControl(surface, marks, element.initial_user ?? ''),
      );
    case 'datepicker':
      return chosen(
        element.action_id,
        blockId,
        surface,
        ({ name, id }) =>
          `<input type="date" name="${escaped(name)}" id="${id}" aria-label="Day" value="${escaped(element.initial_date ?? '')}">`,
      );
    case 'radio_buttons':
    case 'checkboxes':
      return chosen(element.action_id, blockId, surface, (marks) => groupControl(element, marks, undefined, surface));
    default:
      return `<span class="button off">(${escaped(element.type)})</span>`;
  }
}

/** Pictures from elsewhere are not loaded here: their words stand for them. */
export function slackPicture(picture: { readonly alt_text: string; readonly image_url?: string }): string {
  const { alt_text, image_url = '' } = picture;
  return /^data:image\/png;base64,[A-Za-z0-9+/=]+$/.test(image_url)
    ? `<img src="${image_url}" alt="${escaped(alt_text)}">`
    : `<span class="picture">(picture: ${escaped(alt_text)})</span>`;
}

function button(element: Button, blockId: string, surface: Surface): string {
  const { action_id: actionId = '', value = null, style, accessibility_label: spoken } = element;
  const label = plainWords(element.text.text);
  if (element.url)
    return anchor(surface.links(element.url), label, ` class="button${style ? ` ${escaped(style)}` : ''}"`);
  return pressButton(surface, { actionId, blockId, value }, { label, style, spoken });
}

/** Unfolds without a script, and with the keyboard. */
function overflow({ action_id: actionId = '', options }: Overflow, blockId: string, surface: Surface): string {
  const items = options.map(
    ({ text, value = '' }) =>
      `<li>${pressButton(surface, { actionId, blockId, value }, { label: plainWords(text.text) })}</li>`,
  );
  return `<details class="overflow"><summary class="button" aria-label="More to do">⋯</summary><ul>${items.join('')}</ul></details>`;
}

/** Slack tells a choice as it is made; without a script, a button tells it. */
function chosen(actionId = '', blockId: string, surface: Surface, control: (marks: ControlMarks) => string): string {
  if (surface.controls.kind === 'off') return `<span class="button off">(${escaped(actionId)})</span>`;
  const from = `chosen:${blockId}:${actionId}`;
  const id = `${surface.scope}-${slug(`${blockId}-${actionId}`)}`;
  const go = pressButton(surface, { actionId, blockId, from }, { label: 'Choose' });
  return `<span class="chosen">${control({ name: from, id, aria: ' aria-label="Choice"' })}${go}</span>`;
}
