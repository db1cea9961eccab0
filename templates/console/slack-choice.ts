import type { Checkboxes, Option, RadioButtons, StaticSelect } from '@slack/types';
import { emojiNamed } from './emoji.ts';
import { escaped } from './html.ts';
import { mrkdwnHtml } from './slack-mrkdwn.ts';
import type { Surface } from './slack-surface.ts';

/** Attributes that a control needs beside its own: its name, and what describes it. */
export interface ControlMarks {
  readonly name: string;
  readonly id: string;
  /** Ready to stand in a tag. */
  readonly aria: string;
}

/** `held`: what was chosen so far; `undefined` leaves it to the view. */
export function selectControl(
  { options = [], initial_option }: StaticSelect,
  { name, id, aria }: ControlMarks,
  held: string | undefined,
): string {
  const chosen = held ?? initial_option?.value ?? '';
  const shown = options.map(({ text, value = '', description }) => {
    const note = description ? `: ${description.text}` : '';
    return optionTag(value, `${text.text}${note}`, chosen);
  });
  return `<select name="${escaped(name)}" id="${id}"${aria}>${optionTag('', 'Choose one', chosen)}${shown.join('')}</select>`;
}

export function personControl(surface: Surface, { name, id, aria }: ControlMarks, chosen: string): string {
  const known = surface.people.map((person) => optionTag(person.id, person.name, chosen));
  const other =
    chosen !== '' && !surface.people.some((person) => person.id === chosen) ? optionTag(chosen, chosen, chosen) : '';
  return `<select name="${escaped(name)}" id="${id}"${aria}>${optionTag('', 'Choose a person', chosen)}${known.join('')}${other}</select>`;
}

/** Radio buttons, or boxes of which several may be checked. */
export function groupControl(
  element: RadioButtons | Checkboxes,
  { name, id, aria }: ControlMarks,
  held: readonly string[] | undefined,
  surface: Surface,
): string {
  const first = element.type === 'radio_buttons' ? [element.initial_option] : (element.initial_options ?? []);
  const chosen = held ?? first.flatMap((option) => (option?.value === undefined ? [] : [option.value]));
  const kind = element.type === 'radio_buttons' ? 'radio' : 'checkbox';
  const shown = element.options.map(({ text, value = '', description }: Option, index) => {
    const checked = chosen.includes(value) ? ' checked' : '';
    const note = description ? `<span class="choice-note">${words(description, surface)}</span>` : '';
    return `<label class="choice"><input type="${kind}" name="${escaped(name)}" value="${escaped(value)}"${index === 0 ? ` id="${id}"` : ''}${checked}${aria}><span>${words(text, surface)}${note}</span></label>`;
  });
  return `<div class="choices">${shown.join('')}</div>`;
}

function optionTag(value: string, label: string, chosen: string): string {
  return `<option value="${escaped(value)}"${value === chosen ? ' selected' : ''}>${escaped(label)}</option>`;
}

function words({ type, text }: { type: string; text: string }, { links, people }: Surface): string {
  return type === 'mrkdwn' ? mrkdwnHtml(text, links, people) : plainWords(text);
}

/** Plain text of Slack: emoji by their names, and nothing else. */
export function plainWords(text: string): string {
  return escaped(text.replaceAll(/:(?<name>[a-z0-9_+-]+):/g, (_, name: string) => emojiNamed(name)));
}
