import type { DateTime } from 'luxon';
import type { CalendarDate } from './calendar-date.ts';
import { plusDays, weekdayOf } from './calendar-date.ts';
import type { PhaseName } from './policy.ts';
import type { Team } from './team.ts';

type WorkingTime = Pick<Team, 'workingDays' | 'holidays' | 'freezes' | 'timeZone'>;

/** The team's own calendar day at an instant. */
export function localDay(instant: DateTime, timeZone: string): CalendarDate {
  return instant.setZone(timeZone).toFormat('yyyy-MM-dd');
}

/** Phases that change production; a freeze stops these and no others. */
const changesProduction: ReadonlySet<PhaseName> = new Set(['migrate', 'operate']);

export function isWorkingDay(day: CalendarDate, { workingDays, holidays }: WorkingTime): boolean {
  return workingDays.includes(weekdayOf(day)) && !holidays.includes(day);
}

/** Whether a phase can progress on a day: a working day of the team, no holiday, and no freeze where the phase changes production. */
export function isUsable(day: CalendarDate, phase: PhaseName, team: WorkingTime): boolean {
  return (
    isWorkingDay(day, team) &&
    !(changesProduction.has(phase) && team.freezes.some(({ from, to }) => from <= day && day <= to))
  );
}

/**
 * The day on which a phase must start to have `count` usable days before `end` (exclusive), not before `limit`;
 * `null` where there are too few.
 */
export function startFor(
  phase: PhaseName,
  count: number,
  end: CalendarDate,
  limit: CalendarDate,
  team: WorkingTime,
): CalendarDate | null {
  let day = end;
  for (let left = count; left > 0;) {
    day = plusDays(day, -1);
    if (day < limit) return null;
    if (isUsable(day, phase, team)) left -= 1;
  }
  return day;
}
