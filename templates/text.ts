import { DateTime } from 'luxon';
import type { CalendarDate } from '../domain/calendar-date.ts';
import { startOfDay } from '../domain/calendar-date.ts';

/** `8 January 2027`. */
export function longDate(date: CalendarDate): string {
  return startOfDay(date).setLocale('en-GB').toFormat('d LLLL yyyy');
}

/** The UTC day of an ISO instant, as `8 January 2027`; what is no instant comes back as it is. */
export function longDay(instant: string): string {
  const parsed = DateTime.fromISO(instant, { zone: 'utc' });
  return parsed.isValid ? parsed.setLocale('en-GB').toFormat('d LLLL yyyy') : instant;
}

/** `in 49 days`, `tomorrow`, `today`, `yesterday`, `3 days ago`. */
export function relativeDays(days: number): string {
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

/** `1 day`, `1,200 days`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.slice(-1).join('')}`;
}

/** The first items, and how many were left out: `a, b and 58 more`. */
export function firstOf(items: readonly string[], most: number): string {
  return items.length <= most
    ? listed(items)
    : `${items.slice(0, most).join(', ')} and ${(items.length - most).toLocaleString('en-GB')} more`;
}

/**
 * One line of at most `most` characters, or of so much width where characters are not all as wide; what was cut is marked by an ellipsis.
 * Never cuts a character in two.
 */
export function clipped(text: string, most: number, width?: (character: string) => number): string {
  const line = oneLine(text);
  if (width) return clippedByWidth(line, most, width);
  return line.length <= most ? line : `${line.slice(0, most - 1).replace(/\p{Cs}$/u, '')}…`;
}

function clippedByWidth(line: string, most: number, width: (character: string) => number): string {
  const widths = Array.from(line, width);
  if (sum(widths) <= most) return line;

  let room = most - 1;
  const kept = Array.from(line).slice(
    0,
    widths.findIndex((one) => (room -= one) < 0),
  );
  return `${kept.join('')}…`;
}

export function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}\p{Cs}]+/gu, ' ').trim();
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
