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
  return startOfDay(to).diff(startOfDay(from), 'days').days;
}

export function plusDays(date: CalendarDate, days: number): CalendarDate {
  return utcDay(startOfDay(date).plus({ days }));
}

/** The earliest of the days given, `null` where none is. */
export function earliest(dates: readonly (CalendarDate | null | undefined)[]): CalendarDate | null {
  return dates.filter((date): date is CalendarDate => date != null).toSorted()[0] ?? null;
}
