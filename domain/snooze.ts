import type { CalendarDate } from './calendar-date.ts';
import { everyDay, plusDays, utcDay, weekdayOf } from './calendar-date.ts';
import type { DateThatMatters } from './dates-that-matter.ts';
import type { Snooze } from './decisions.ts';
import { isoWeek } from './week.ts';
import type { Situation } from './situation.ts';

/** How long somebody may sleep where no date is known: long enough to find one. */
const daysWithoutADate = 30;

/** The last day on which a snooze must end, and what happens on it; or why there is nothing to sleep through. */
export type SnoozeLimit =
  | { readonly kind: 'upTo'; readonly day: CalendarDate; readonly because: DateThatMatters | null }
  | { readonly kind: 'refused'; readonly why: 'done' | 'withdrawn' | 'ended' }
  | { readonly kind: 'refused'; readonly why: 'tomorrow'; readonly because: DateThatMatters };

/** Reminders begin again on the day `until`: it may be the next date that matters, never a later one. */
export function snoozeLimit({ migration, lifecycle, timeline, matters, now }: Situation): SnoozeLimit {
  const today = utcDay(now);
  if (migration.status === 'done') return { kind: 'refused', why: 'done' };
  if (lifecycle.withdrawal) return { kind: 'refused', why: 'withdrawn' };
  if (timeline.stage === 'endOfLife') return { kind: 'refused', why: 'ended' };
  const next = matters.find(({ day }) => day > today);
  if (!next) return { kind: 'upTo', day: plusDays(today, daysWithoutADate), because: null };
  return next.day <= plusDays(today, 1)
    ? { kind: 'refused', why: 'tomorrow', because: next }
    : { kind: 'upTo', day: next.day, because: next };
}

/** Whether reminders rest today. A date that matters ends it, also one that was moved to before its end. */
export function isAsleep(snooze: Snooze | null, matters: readonly DateThatMatters[], today: CalendarDate): boolean {
  if (snooze === null || today >= snooze.until) return false;
  const since = snooze.at.slice(0, 10);
  return !matters.some(({ day }) => day > since && day <= today);
}

/** A reminder that a snooze would keep back. */
export type Silenced =
  | { readonly kind: 'milestone'; readonly day: CalendarDate; readonly name: string }
  | { readonly kind: 'weekly'; readonly day: CalendarDate }
  | { readonly kind: 'escalation'; readonly day: null };

/** What would stay silent up to a day: milestones, the week in numbers, and the ladder. All else is told as ever. */
export function silencedUntil(
  { timeline, now, presence, rung, migration }: Situation,
  until: CalendarDate,
): readonly Silenced[] {
  const today = utcDay(now);
  const milestones = timeline.milestones
    .filter(({ due }) => due > today && due < until)
    .map(({ name, due }) => ({ kind: 'milestone' as const, day: due, name }));
  const mondays =
    presence.burnDown.kind === 'known'
      ? everyDay(plusDays(today, 1), plusDays(until, -1)).filter(
          (day) => weekdayOf(day) === 1 && isoWeek(day) !== isoWeek(today),
        )
      : [];
  const ladder = migration.acknowledged === null || rung !== null;
  return [
    ...milestones,
    ...mondays.map((day) => ({ kind: 'weekly' as const, day })),
    ...(ladder ? [{ kind: 'escalation' as const, day: null }] : []),
  ];
}
