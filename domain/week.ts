import { DateTime } from 'luxon';
import type { CalendarDate } from './calendar-date.ts';

/** The ISO week of a day: `2026-W48`. Around the turn of the year it may belong to the other year. */
export function isoWeek(day: CalendarDate): string {
  return DateTime.fromISO(day, { zone: 'utc' }).toFormat("kkkk-'W'WW");
}
