import type { DateTime } from 'luxon';
import type { CalendarDate } from './calendar-date.ts';
import { daysBetween, plusDays, startOfDay, utcDay } from './calendar-date.ts';
import type { Lifecycle, Stage } from './lifecycle.ts';
import type { Phase, PlanKind } from './phases.ts';
import { planPhases } from './phases.ts';
import type { Policy } from './policy.ts';
import type { Restriction } from './restrictions.ts';
import { restrictionsAt } from './restrictions.ts';
import { daysLeft, stageAt } from './stage.ts';
import type { Team } from './team.ts';
import { localDay } from './working-days.ts';

export interface Milestone {
  /** A stage (`legacy`, `extendedAccess`, `endOfLife`) or `N days before end of life`. */
  readonly name: string;
  readonly due: CalendarDate;
  readonly overdue: boolean;
}

/** What is planned for one model that one team leaves, computed afresh from dates and a clock. */
export interface Timeline {
  readonly stage: Stage;
  readonly daysLeft: number | null;
  /** The day everything must be done before, and which date it is; `null` while no end is known or the model is simply gone. */
  readonly binding: { readonly name: 'extendedAccess' | 'endOfLife'; readonly date: CalendarDate } | null;
  readonly plan: PlanKind | null;
  readonly phases: readonly Phase[];
  readonly milestones: readonly Milestone[];
  readonly restrictions: readonly Restriction[];
}

/** Days given to a team whose model has already reached its end: nothing is left to work back from. */
const overrunDays = 5;

/** Works back from the date that binds. `plannedFrom` is the day the team first heard; plans do not move as days pass. */
export function timeline(
  lifecycle: Lifecycle,
  team: Team,
  policy: Policy,
  plannedFrom: CalendarDate,
  now: DateTime,
): Timeline {
  const stage = stageAt(lifecycle, now);
  const aim = lifecycle.withdrawal ? null : binding(lifecycle, policy, plannedFrom, now);
  const plan = aim ? planPhases(window(aim, team), policy, team) : null;

  return {
    stage,
    daysLeft: daysLeft(lifecycle.dates, now),
    binding: aim && { name: aim.name, date: aim.date },
    plan: plan?.kind ?? null,
    phases: plan?.phases ?? [],
    milestones: lifecycle.withdrawal ? [] : milestones(lifecycle, policy, utcDay(now)),
    restrictions: restrictionsAt(stage),
  };
}

interface Aim {
  readonly name: 'extendedAccess' | 'endOfLife';
  readonly date: CalendarDate;
  readonly from: CalendarDate;
}

/**
 * Extended access binds where enough days remained to it when the team heard and it is still ahead; else end of life, from the
 * day the first aim was missed.
 */
function binding({ dates }: Lifecycle, policy: Policy, plannedFrom: CalendarDate, now: DateTime): Aim | null {
  const { extendedAccess, endOfLife } = dates;
  const today = utcDay(now);
  if (
    extendedAccess &&
    extendedAccess <= (endOfLife ?? extendedAccess) &&
    daysBetween(plannedFrom, extendedAccess) >= policy.extendedAccessLeadDays
  ) {
    if (today < extendedAccess) return { name: 'extendedAccess', date: extendedAccess, from: plannedFrom };
    return endOfLife && { name: 'endOfLife', date: endOfLife, from: extendedAccess };
  }
  return endOfLife && { name: 'endOfLife', date: endOfLife, from: plannedFrom };
}

/**
 * In the team's own days: a date begins at 00:00 UTC, so west of Greenwich the last whole day before it ends a day sooner. Once
 * the date is past there is nothing to work back from: the window is then the first days after it, or after the team heard.
 */
function window(aim: Aim, { timeZone }: Team): { from: CalendarDate; until: CalendarDate } {
  const until = localDay(startOfDay(aim.date), timeZone);
  return aim.from < until ? { from: aim.from, until } : { from: aim.from, until: plusDays(aim.from, overrunDays) };
}

function milestones({ dates }: Lifecycle, policy: Policy, today: CalendarDate): Milestone[] {
  const changes = (['legacy', 'extendedAccess', 'endOfLife'] as const).map((name) => ({ name, due: dates[name] }));
  const countdown = policy.milestoneDays
    .filter((days) => days > 0)
    .map((days) => ({
      name: `${days} ${days === 1 ? 'day' : 'days'} before end of life`,
      due: dates.endOfLife && plusDays(dates.endOfLife, -days),
    }));

  return [...changes, ...countdown]
    .flatMap(({ name, due }) => (due ? [{ name, due, overdue: due < today }] : []))
    .toSorted((a, b) => a.due.localeCompare(b.due));
}
