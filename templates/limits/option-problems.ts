import type { Loose } from './text-problems.ts';
import { atMost, given, plainText, textObject, textProblems } from './text-problems.ts';

const limits = { text: 75, value: 150, description: 75, url: 3_000 } as const;

/** What is chosen from, and what of it is chosen at first: that must be an option word for word, or Slack refuses the whole view. */
export function optionProblems(element: Loose, at: string, most: number, markup: boolean): string[] {
  const options = Array.isArray(element['options']) ? (element['options'] as Loose[]) : [];
  const written = options.map((option) => JSON.stringify(option));
  const first = [element['initial_option'], element['initial_options']].flat().filter((one) => one !== undefined);
  const values = options.map(({ value }) => value);
  return [
    ...(options.length === 0 ? [`${at}.options: empty`] : []),
    ...atMost(`${at}.options`, options.length, most, 'options'),
    ...options.flatMap((option, index) => optionProblem(option, `${at}.options[${index}]`, markup)),
    ...(new Set(values).size < values.length ? [`${at}.options: two with the same value`] : []),
    ...first
      .filter((one) => !written.includes(JSON.stringify(one)))
      .map(() => `${at}: what is chosen at first is no option`),
    ...given(element['option_groups'], () => [`${at}.option_groups: not checked, so not sent`]),
  ];
}

function optionProblem({ text, value, description, url }: Loose, at: string, markup: boolean): string[] {
  const words = markup ? textObject : plainText;
  return [
    ...words(text, `${at}.text`, limits.text),
    ...textProblems(`${at}.value`, value, limits.value),
    ...given(description, () => words(description, `${at}.description`, limits.description)),
    ...given(url, () => textProblems(`${at}.url`, url, limits.url)),
  ];
}
