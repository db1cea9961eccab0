import type { CalendarDate } from './calendar-date.ts';
import type { DateThatMatters } from './dates-that-matter.ts';
import type { Migration } from './migration.ts';
import { isAsleep } from './snooze.ts';
import type { Timeline } from './timeline.ts';

/** Whether reminders rest, and why. */
export type Resting = 'snoozed' | 'arranged' | null;

/** An arrangement holds through its last day, whatever dates pass; a snooze only while the model stays as it was, up to the next date. */
export function restingOf(
  { snooze, arrangement }: Migration,
  matters: readonly DateThatMatters[],
  { stage }: Timeline,
  today: CalendarDate,
): Resting {
  if (arrangement !== null && today <= arrangement.until) return 'arranged';
  const hasChanged = stage === 'endOfLife' || (snooze?.stage !== undefined && snooze.stage !== stage);
  return !hasChanged && isAsleep(snooze, matters, today) ? 'snoozed' : null;
}
