import type { CalendarDate } from '../../domain/calendar-date.ts';
import { daysBetween, plusDays, utcDay } from '../../domain/calendar-date.ts';
import type { Situation } from '../../domain/situation.ts';

/** A day worth a flag on the time axis. */
export interface Mark {
  readonly kind: 'legacy' | 'extendedAccess' | 'noSoonerThan' | 'endOfLife' | 'withdrawn' | 'today';
  readonly label: string;
  readonly date: CalendarDate;
}

/** Of a model that was withdrawn only that day counts, not the dates given before. */
export function axisMarks({ lifecycle, now }: Situation): readonly Mark[] {
  const { dates, withdrawal } = lifecycle;
  const today: Mark = { kind: 'today', label: 'Today', date: utcDay(now) };
  if (withdrawal) return [{ kind: 'withdrawn', label: 'Access withdrawn', date: withdrawal.asOf.slice(0, 10) }, today];

  const known = [
    { kind: 'legacy', label: 'Legacy', date: dates.legacy },
    { kind: 'extendedAccess', label: 'Extended access', date: dates.extendedAccess },
    { kind: 'noSoonerThan', label: 'No sooner than', date: dates.endOfLife ? null : dates.noSoonerThan },
    { kind: 'endOfLife', label: 'End of life', date: dates.endOfLife },
  ] as const;
  return [...known.flatMap(({ date, ...mark }) => (date ? [{ ...mark, date }] : [])), today];
}

/** Days shown beyond today while no end is known, and when all is over. */
const daysAhead = { unknown: 120, withdrawn: 30 };

/** The first and last day of the axis, with some room at either side. */
export function axisSpan(
  marks: readonly Mark[],
  { timeline, lifecycle }: Situation,
): { from: CalendarDate; until: CalendarDate } {
  const days = [
    ...marks.map(({ date }) => date),
    ...timeline.phases.flatMap(({ start, end }) => [start, end]),
    ...marks
      .filter(({ kind }) => kind === 'today' && !marks.some((mark) => mark.kind === 'endOfLife'))
      .map(({ date }) => plusDays(date, lifecycle.withdrawal ? daysAhead.withdrawn : daysAhead.unknown)),
  ].toSorted();
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const room = Math.max(6, Math.round(daysBetween(first, last) * 0.05));
  return { from: plusDays(first, -room), until: plusDays(last, room) };
}
