import { calendarDate } from '../../domain/calendar-date.ts';
import type { Loose } from './text-problems.ts';
import { atMost, given, textProblems } from './text-problems.ts';

const limits = { typed: 3_000, files: 10 } as const;

export function textInput({ initial_value, min_length = 0, max_length = limits.typed }: Loose, at: string): string[] {
  const [least, most] = [Number(min_length), Number(max_length)];
  return [
    ...(least >= 0 && least <= limits.typed ? [] : [`${at}.min_length: not 0 to ${limits.typed}`]),
    ...(most >= 1 && most <= limits.typed ? [] : [`${at}.max_length: not 1 to ${limits.typed}`]),
    ...(least > most ? [`${at}: min_length is over max_length`] : []),
    ...given(initial_value, (value) => atMost(`${at}.initial_value`, String(value).length, most, 'characters')),
  ];
}

/** Its numbers are texts. */
export function numberInput(element: Loose, at: string): string[] {
  const { is_decimal_allowed, initial_value, min_value, max_value } = element;
  const named = { initial_value, min_value, max_value };
  const wrong = Object.entries(named).filter(([, value]) => value !== undefined && !isNumber(value));
  const outside =
    initial_value !== undefined &&
    (Number(initial_value) < Number(min_value ?? -Infinity) || Number(initial_value) > Number(max_value ?? Infinity));
  return [
    ...(typeof is_decimal_allowed === 'boolean' ? [] : [`${at}.is_decimal_allowed: neither true nor false`]),
    ...wrong.map(([name]) => `${at}.${name}: not a number written as text`),
    ...(outside ? [`${at}.initial_value: not between min_value and max_value`] : []),
  ];
}

export function dateInput({ initial_date }: Loose, at: string): string[] {
  return given(initial_date, (date) =>
    typeof date === 'string' && calendarDate(date) !== null ? [] : [`${at}.initial_date: not a day as YYYY-MM-DD`],
  );
}

export function userInput({ initial_user }: Loose, at: string): string[] {
  return given(initial_user, (user) => textProblems(`${at}.initial_user`, user, 255));
}

export function fileInput({ filetypes, max_files = limits.files }: Loose, at: string): string[] {
  const most = Number(max_files);
  return [
    ...given(filetypes, (types) => (Array.isArray(types) && types.length > 0 ? [] : [`${at}.filetypes: empty`])),
    ...(Number.isInteger(most) && most >= 1 && most <= limits.files
      ? []
      : [`${at}.max_files: not 1 to ${limits.files}`]),
  ];
}

function isNumber(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value));
}
