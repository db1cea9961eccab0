import type { CalendarDate } from './calendar-date.ts';
import { daysBetween, everyDay, later, plusDays } from './calendar-date.ts';
import type { Phase } from './phases.ts';
import { plannedOn } from './planned-use.ts';
import type { DayUse, UseByDay } from './team-use.ts';
import { noUse } from './team-use.ts';

/** How a team's use moves from the old model to its replacement; `unknown` where nobody has counted it, which is not zero. */
export type BurnDown = { readonly kind: 'unknown' } | KnownBurnDown;

export interface KnownBurnDown {
  readonly kind: 'known';
  /** Complete UTC days, oldest first, without a gap; empty where no use was ever seen. */
  readonly days: readonly BurnDownDay[];
  /** The last complete day of which all use is known. */
  readonly seenThrough: CalendarDate;
  /** Old calls a day when the team set out. */
  readonly baseline: number;
  /** Old calls of the last seven complete days, in parts of the baseline; more than 1 where use grows. */
  readonly remaining: number;
  /** What the plan would have left over the same days, 0 to 1. */
  readonly planned: number;
  readonly behind: boolean;
  /** Days in a row, up to the last complete one, on which the team was behind. */
  readonly daysBehind: number;
  /** Complete days without a call, up to the last one known; today never counts as quiet. */
  readonly quietDays: number;
  /** `null` where no call was seen in all the days looked at. */
  readonly lastUsedOn: CalendarDate | null;
}

export interface BurnDownDay {
  readonly day: CalendarDate;
  readonly old: DayUse;
  readonly replacement: DayUse;
  /** Part of the calls, and of the tokens, that the old model still has; `null` on a day without any. */
  readonly callsOnOld: number | null;
  readonly tokensOnOld: number | null;
}

export interface BurnDownFacts {
  readonly old: UseByDay;
  readonly replacement: UseByDay;
  readonly phases: readonly Phase[];
  readonly openedOn: CalendarDate;
  /** `null` where use was never read. */
  readonly seenThrough: CalendarDate | null;
  readonly tolerancePercent: number;
}

/** How far back the sweep asks for use. */
export const daysLookedBack = 30;

const week = 7;
/** Days that a chart can hold. */
const mostDays = 120;

export function burnDown(facts: BurnDownFacts): BurnDown {
  const { old, replacement, phases, openedOn, seenThrough } = facts;
  if (seenThrough === null) return { kind: 'unknown' };

  const first = daysOf(old)[0] ?? null;
  const lastUsedOn = daysOf(old).at(-1) ?? null;
  const baseline = first === null ? 0 : baselineOf(old, first, openedOn, seenThrough);
  const at = (day: CalendarDate) => standing(day, first, baseline, old, phases);
  const tolerance = facts.tolerancePercent / 100 + 1e-9;
  const isBehind = (day: CalendarDate) => at(day).remaining > at(day).planned + tolerance;

  let daysBehind = 0;
  for (let day = seenThrough; first !== null && day >= later(first, openedOn) && isBehind(day); day = plusDays(day, -1))
    daysBehind += 1;
  const start = [...daysOf(old), ...daysOf(replacement)].toSorted()[0];
  return {
    kind: 'known',
    days: start === undefined ? [] : daysFrom(later(start, plusDays(seenThrough, 1 - mostDays)), seenThrough, facts),
    seenThrough,
    baseline,
    ...at(seenThrough),
    behind: daysBehind > 0,
    daysBehind,
    quietDays: quietDays(lastUsedOn, openedOn, seenThrough),
    lastUsedOn,
  };
}

/** Both over the same seven days, so that a team that keeps to its plan is never behind it. */
function standing(
  day: CalendarDate,
  first: CalendarDate | null,
  baseline: number,
  old: UseByDay,
  phases: readonly Phase[],
): Pick<KnownBurnDown, 'remaining' | 'planned'> {
  const days = everyDay(later(first ?? day, plusDays(day, 1 - week)), day);
  // With a first call after the last complete day, all of it is still there.
  if (days.length === 0) return { remaining: 1, planned: plannedOn(day, phases) };
  return {
    remaining: baseline > 0 ? mean(days.map((one) => (old.get(one) ?? noUse).calls)) / baseline : 0,
    planned: mean(days.map((one) => plannedOn(one, phases))),
  };
}

/** The week before the team set out; where nothing is known of it, the first week with use. */
function baselineOf(old: UseByDay, first: CalendarDate, openedOn: CalendarDate, last: CalendarDate): number {
  const callsIn = (from: CalendarDate, until: CalendarDate) =>
    mean(everyDay(from, until).map((day) => (old.get(day) ?? noUse).calls));
  const eve = plusDays(openedOn, -1);
  const before = first <= eve ? callsIn(later(first, plusDays(openedOn, -week)), eve) : 0;
  const end = plusDays(first, week - 1);
  return before > 0 ? before : callsIn(first, first > last ? first : end < last ? end : last);
}

function daysFrom(from: CalendarDate, until: CalendarDate, { old, replacement }: BurnDownFacts): BurnDownDay[] {
  return everyDay(from, until).map((day) => {
    const [before, after] = [old.get(day) ?? noUse, replacement.get(day) ?? noUse];
    return {
      day,
      old: before,
      replacement: after,
      callsOnOld: part(before.calls, after.calls),
      tokensOnOld: part(before.inputTokens + before.outputTokens, after.inputTokens + after.outputTokens),
    };
  });
}

function quietDays(lastUsedOn: CalendarDate | null, openedOn: CalendarDate, seenThrough: CalendarDate): number {
  return lastUsedOn === null
    ? Math.max(daysLookedBack, daysBetween(openedOn, seenThrough))
    : Math.max(0, daysBetween(lastUsedOn, seenThrough));
}

function daysOf(use: UseByDay): CalendarDate[] {
  return [...use].flatMap(([day, { calls }]) => (calls > 0 ? [day] : [])).toSorted();
}

function part(one: number, other: number): number | null {
  return one + other > 0 ? one / (one + other) : null;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
