import { dateInput, fileInput, numberInput, textInput, userInput } from './input-problems.ts';
import { optionProblems } from './option-problems.ts';
import type { Loose } from './text-problems.ts';
import { given, identifier, plainText, textProblems } from './text-problems.ts';

const limits = {
  buttonText: 75,
  buttonValue: 2_000,
  url: 3_000,
  label: 75,
  placeholder: 150,
  altText: 2_000,
  overflowOptions: 5,
  selectOptions: 100,
  groupOptions: 10,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
} as const;

type Check = (element: Loose, at: string) => string[];
type Place = 'actions' | 'accessory' | 'input';

/** Each kind of element that is sent, where Slack takes it, and what it must be. */
const kinds: Readonly<Record<string, { readonly places: readonly Place[]; readonly check: Check }>> = {
  button: { places: ['actions', 'accessory'], check: button },
  overflow: {
    places: ['actions', 'accessory'],
    check: (element, at) => optionProblems(element, at, limits.overflowOptions, false),
  },
  static_select: {
    places: ['actions', 'accessory', 'input'],
    check: (element, at) => optionProblems(element, at, limits.selectOptions, false),
  },
  users_select: { places: ['actions', 'accessory', 'input'], check: userInput },
  datepicker: { places: ['actions', 'accessory', 'input'], check: dateInput },
  radio_buttons: { places: ['actions', 'accessory', 'input'], check: group },
  checkboxes: { places: ['actions', 'accessory', 'input'], check: group },
  image: { places: ['accessory'], check: pictureProblems },
  plain_text_input: { places: ['input'], check: textInput },
  number_input: { places: ['input'], check: numberInput },
  file_input: { places: ['input'], check: fileInput },
};

export function elementProblems(element: Loose, at: string, place: Place): string[] {
  const type = String(element['type']);
  const kind = kinds[type];
  if (!kind?.places.includes(place)) return [`${at}: an element of type ${type} is not checked here, so not sent`];
  const { placeholder, confirm, action_id } = element;
  return [
    ...kind.check(element, at),
    ...given(placeholder, () => plainText(placeholder, `${at}.placeholder`, limits.placeholder)),
    ...given(confirm, () => confirmation(confirm as Loose, `${at}.confirm`)),
    ...identifier(action_id, `${at}.action_id`),
  ];
}

/** A picture needs words, and one place to come from. */
export function pictureProblems({ alt_text, image_url, slack_file }: Loose, at: string): string[] {
  return [
    ...textProblems(`${at}.alt_text`, alt_text, limits.altText),
    ...(slack_file === undefined ? textProblems(`${at}.image_url`, image_url, limits.url) : []),
  ];
}

function button({ text, url, value, accessibility_label, style }: Loose, at: string): string[] {
  return [
    ...plainText(text, `${at}.text`, limits.buttonText),
    ...given(url, () => textProblems(`${at}.url`, url, limits.url)),
    ...given(value, () => textProblems(`${at}.value`, value, limits.buttonValue)),
    ...given(accessibility_label, (label) => textProblems(`${at}.accessibility_label`, label, limits.label)),
    ...given(style, () => (style === 'primary' || style === 'danger' ? [] : [`${at}.style: not primary or danger`])),
  ];
}

function group(element: Loose, at: string): string[] {
  return optionProblems(element, at, limits.groupOptions, true);
}

function confirmation({ title, text, confirm, deny }: Loose, at: string): string[] {
  return [
    ...plainText(title, `${at}.title`, limits.confirmTitle),
    ...plainText(text, `${at}.text`, limits.confirmText),
    ...plainText(confirm, `${at}.confirm`, limits.confirmButton),
    ...plainText(deny, `${at}.deny`, limits.confirmButton),
  ];
}
