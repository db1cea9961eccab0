import type { InputBlock, PlainTextOption } from '@slack/types';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import { clipped } from '../text.ts';

/** One input of a form. Errors and what was given are told by `name`. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  /** Tells at once what was chosen, so that the form can be made anew. */
  readonly tells?: boolean;
}

/** Something to choose, known by `value`. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly note?: string | null;
}

/** What Slack lets one menu offer, and the longest value an option can have. */
const mostChoices = 100;
const longestValue = 150;

/** The one id of each input: the block names the field. */
const action_id = 'value';

export function textField(field: Field, { initial, lines = 1, most = 250 }: TextOptions = {}): InputBlock {
  const text = initial === undefined ? {} : { initial_value: initial.slice(0, most) };
  return input(field, { type: 'plain_text_input', action_id, multiline: lines > 1, max_length: most, ...text });
}

interface TextOptions {
  readonly initial?: string | undefined;
  readonly lines?: number;
  readonly most?: number;
}

export function dayField(field: Field, initial: CalendarDate | undefined): InputBlock {
  return input(field, { type: 'datepicker', action_id, ...(initial !== undefined && { initial_date: initial }) });
}

export function personField(field: Field, initial: string | undefined): InputBlock {
  return input(field, { type: 'users_select', action_id, ...(initial !== undefined && { initial_user: initial }) });
}

/** What was held and is no number is left out. */
export function numberField(field: Field, initial: string | undefined, decimals: boolean): InputBlock {
  const number = decimals ? /^\d{1,12}(?:\.\d{1,9})?$/ : /^\d{1,12}$/;
  const kept = initial !== undefined && number.test(initial) ? { initial_value: initial } : {};
  return input(field, { type: 'number_input', action_id, is_decimal_allowed: decimals, min_value: '0', ...kept });
}

/** `null` where there is nothing that a menu can offer. */
export function menuField(field: Field, choices: readonly Choice[], initial: string | undefined): InputBlock | null {
  const options = offered(choices).map(option);
  if (options.length === 0) return null;
  return input(field, { type: 'static_select', action_id, options, ...chosen(options, initial) });
}

export function radioField(field: Field, choices: readonly Choice[], initial: string | undefined): InputBlock {
  const options = offered(choices).slice(0, 10).map(option);
  return input(field, { type: 'radio_buttons', action_id, options, ...chosen(options, initial) });
}

export function fileField(field: Field, filetypes: string[]): InputBlock {
  return input(field, { type: 'file_input', action_id, filetypes, max_files: 1 });
}

function input(
  { name, label, hint, optional = false, tells = false }: Field,
  element: InputBlock['element'],
): InputBlock {
  return {
    type: 'input',
    block_id: name,
    label: { type: 'plain_text', text: label, emoji: false },
    ...(hint !== undefined && { hint: { type: 'plain_text', text: hint, emoji: false } }),
    optional,
    ...(tells && { dispatch_action: true }),
    element,
  };
}

function offered(choices: readonly Choice[]): Choice[] {
  const fit = choices.filter(({ value }) => value.trim() !== '' && value.length <= longestValue);
  return [...new Map(fit.map((one) => [one.value, one])).values()].slice(0, mostChoices);
}

function option({ value, label, note }: Choice): PlainTextOption {
  const description = clipped(note ?? '', 75);
  return {
    text: { type: 'plain_text', text: clipped(label, 75) || clipped(value, 75) || '?', emoji: false },
    value,
    ...(description !== '' && { description: { type: 'plain_text', text: description, emoji: false } }),
  };
}

function chosen(options: readonly PlainTextOption[], value: string | undefined): { initial_option?: PlainTextOption } {
  const found = options.find((one) => one.value === value);
  return found ? { initial_option: found } : {};
}
