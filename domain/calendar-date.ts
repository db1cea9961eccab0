import { DateTime } from 'luxon';

/** A day without a time or a zone, `YYYY-MM-DD`; as text it sorts as it falls. AWS gives lifecycle dates in this grain. */
export type CalendarDate = string & { readonly kind?: 'CalendarDate' };

/** The day as written, or `null` where there is no such day (2026-02-30) or it is not written `YYYY-MM-DD`. */
export function calendarDate(text: string): CalendarDate | null {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text, { zone: 'utc' }).isValid ? text : null;
}

/** The UTC day that an instant falls on. */
export function utcDay(instant: DateTime): CalendarDate {
  return instant.toUTC().toFormat('yyyy-MM-dd');
}

/** 00:00 UTC of the day: the moment at which a stage that begins on it begins. */
export function startOfDay(date: CalendarDate): DateTime {
  return DateTime.fromISO(date, { zone: 'utc' });
}

/** Whole calendar days from one day to another; negative when `to` is the earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

export function plusDays(date: CalendarDate, days: number): CalendarDate {
  return new Date((dayNumber(date) + days) * millisecondsPerDay).toISOString().slice(0, 10);
}

/** Each day from one to another, both included; none where `until` is the earlier. */
export function everyDay(from: CalendarDate, until: CalendarDate): CalendarDate[] {
  return Array.from({ length: Math.max(0, daysBetween(from, until) + 1) }, (_, index) => plusDays(from, index));
}

export function later(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a > b ? a : b;
}

/** ISO weekday, Monday is 1. */
export function weekdayOf(date: CalendarDate): number {
  // 1970-01-01 was a Thursday.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

const millisecondsPerDay = 86_400_000;

/** Days since 1970-01-01. In UTC every day has the same length, and plans are made of many days: no calendar library in the loop. */
function dayNumber(date: CalendarDate): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / millisecondsPerDay);
}

/** The earliest of the days given, `null` where none is. */
export function earliest(dates: readonly (CalendarDate | null | undefined)[]): CalendarDate | null {
  return dates.filter((date): date is CalendarDate => date != null).toSorted()[0] ?? null;
}
