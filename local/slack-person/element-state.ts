import type { Element } from './elements.ts';
import { optionOf } from './elements.ts';

/** A file as Slack tells of it in a form. */
export interface FileTold {
  readonly id: string;
  readonly name: string;
}

/** What stands in an element; `undefined` where it was not touched, so that it shows what it began with. */
export type Filled = string | readonly string[] | readonly FileTold[] | null | undefined;

/** How Slack tells what stands in an element, pressed or in a form. */
export function elementState(element: Element, filled: Filled): Readonly<Record<string, unknown>> {
  const { type } = element;
  const begun = (name: string) => element[`initial_${name}`] ?? null;
  switch (type) {
    case 'overflow':
    case 'static_select':
    case 'radio_buttons':
      return {
        type,
        selected_option: typeof filled === 'string' ? optionOf(element, filled) : orElse(filled, begun('option')),
      };
    case 'checkboxes':
    case 'multi_static_select': {
      const chosen = Array.isArray(filled) ? filled.map((value) => optionOf(element, String(value))) : null;
      return { type, selected_options: chosen ?? begun('options') ?? [] };
    }
    case 'users_select':
      return { type, selected_user: orElse(filled, begun('user')) };
    case 'datepicker':
      return { type, selected_date: orElse(filled, begun('date')) };
    case 'file_input':
      return { type, files: filled ?? [] };
    case 'button':
      return { type, value: element['value'] ?? '', text: element['text'] };
    default:
      return { type, value: orElse(filled, begun('value')) };
  }
}

/** Whether a form would be sent without it. */
export function isEmpty(state: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(state).every(
    ([name, value]) =>
      name === 'type' || value === null || value === '' || (Array.isArray(value) && value.length === 0),
  );
}

function orElse(filled: Filled, begun: unknown): unknown {
  return filled === undefined ? begun : filled === '' ? null : filled;
}
