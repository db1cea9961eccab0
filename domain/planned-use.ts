import type { CalendarDate } from './calendar-date.ts';
import { daysBetween } from './calendar-date.ts';
import type { Phase } from './phases.ts';

/** The plan's part of the old calls on a day: all before the phase in which traffic moves, none after it. */
export function plannedOn(day: CalendarDate, phases: readonly Phase[]): number {
  const migrate = phases.find(({ name }) => name === 'migrate');
  if (!migrate || day < migrate.start) return 1;
  return day >= migrate.end ? 0 : 1 - daysBetween(migrate.start, day) / daysBetween(migrate.start, migrate.end);
}
