import type { CalendarDate } from '../../domain/calendar-date.ts';
import { calendarDate } from '../../domain/calendar-date.ts';
import type { Mention } from './mention.ts';
import { mentions, overlaps } from './mention.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month =
  '(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
const day = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';

/** `March 10, 2026`, `10 March 2026`, `18th Sept 2026`, `2026-03-10`, `9/29/2026` (AWS writes month first). */
const patterns = [
  new RegExp(`\\b${month}\\s+${day},?\\s+(?<year>\\d{4})\\b`, 'gi'),
  new RegExp(`\\b${day}(?:\\s+of)?\\s+${month},?\\s+(?<year>\\d{4})\\b`, 'gi'),
  /\b(?<year>\d{4})(?<mark>[-/])(?<number>\d{1,2})\k<mark>(?<day>\d{1,2})(?:T[\d:.]+Z?)?\b/g,
  /\b(?<number>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})\b/g,
];

/** "Effective immediately" and its kin: the event's own day. */
const immediately =
  /\b(?:effective|starting|beginning|as of|from)\s+(?:immediately|today|now)\b|\bimmediately\s+effective\b|(?<=\b(?:enter|move|transition|become|goe)s\b[^.\n]{0,60})\btoday\b/gi;

export type DateMention = Mention<'date', CalendarDate>;

/** Every day the text names. A day that does not exist (February 30) is no date. */
export function datesIn(text: string, eventDay: CalendarDate): DateMention[] {
  const found: DateMention[] = mentions(text, immediately, 'date', () => eventDay);
  for (const pattern of patterns) {
    const more = mentions(text, pattern, 'date', ({ groups }) => dayOf(groups ?? {}));
    found.push(...more.filter((mention) => !found.some((other) => overlaps(mention, other))));
  }
  return found.toSorted((a, b) => a.start - b.start);
}

/** Whether a mention stands for the event's own day rather than for a day it names. */
export function isImmediately(text: string, mention: DateMention): boolean {
  return /immediately|today|now/i.test(text.slice(mention.start, mention.end));
}

function dayOf(parts: Readonly<Record<string, string | undefined>>): CalendarDate | null {
  const named = parts['month']?.slice(0, 3).toLowerCase();
  const number = named ? months.indexOf(named) + 1 : Number(parts['number']);
  const [year, monthText, dayText] = [
    parts['year'] ?? '',
    String(number).padStart(2, '0'),
    (parts['day'] ?? '').padStart(2, '0'),
  ];
  return calendarDate(`${year}-${monthText}-${dayText}`);
}
