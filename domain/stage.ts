import type { DateTime } from 'luxon';
import { daysBetween, utcDay } from './calendar-date.ts';
import type { Dates, Lifecycle, Stage } from './lifecycle.ts';

/** The stage at an instant: each begins at 00:00 UTC of its own date. A model that was withdrawn is at its end whatever its dates say. */
export function stageAt({ dates, withdrawal }: Pick<Lifecycle, 'dates' | 'withdrawal'>, now: DateTime): Stage {
  if (withdrawal) return 'endOfLife';
  const today = utcDay(now);
  if (dates.endOfLife && today >= dates.endOfLife) return 'endOfLife';
  if (dates.extendedAccess && today >= dates.extendedAccess) return 'extendedAccess';
  if (dates.legacy && today >= dates.legacy) return 'legacy';
  return 'active';
}

/** Whole UTC calendar days to end of life, negative after it, `null` while no end is known: a floor is no end. */
export function daysLeft({ endOfLife }: Pick<Dates, 'endOfLife'>, now: DateTime): number | null {
  return endOfLife ? daysBetween(utcDay(now), endOfLife) : null;
}
