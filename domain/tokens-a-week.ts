import type { CalendarDate } from './calendar-date.ts';
import { daysBetween, later, plusDays } from './calendar-date.ts';
import type { TeamUse } from './team-use.ts';

/** Days of use that a week is worked out from. */
const sampleDays = 28;

export interface Sample {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly days: number;
}

/** The last complete days, or as many as there has been use for. */
export function sampled(use: readonly TeamUse[], until: CalendarDate): Sample {
  const earliest = plusDays(until, 1 - sampleDays);
  const first = use.flatMap(({ usage }) => usage.days.map(({ day }) => day)).toSorted()[0] ?? earliest;
  const from = later(first, earliest);
  return { from, until, days: Math.max(1, daysBetween(from, until) + 1) };
}

export function tokensAWeek(use: readonly TeamUse[], { from, until, days }: Sample): { input: number; output: number } {
  const counted = use.flatMap(({ usage, share }) =>
    usage.days.filter(({ day }) => from <= day && day <= until).map((one) => ({ ...one, share })),
  );
  const weekly = (of: (one: (typeof counted)[number]) => number) =>
    (counted.reduce((sum, one) => sum + of(one) * one.share, 0) / days) * 7;
  return { input: weekly((one) => one.inputTokens), output: weekly((one) => one.outputTokens) };
}
