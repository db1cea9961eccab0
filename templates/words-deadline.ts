import { daysBetween, utcDay } from '../domain/calendar-date.ts';
import type { Lifecycle } from '../domain/lifecycle.ts';
import type { Situation } from '../domain/situation.ts';
import { undatedLegacy } from '../domain/undated-legacy.ts';
import type { Markup } from './markup.ts';
import { counted, longDate, longDay, relativeDays } from './text.ts';
import { dateWords, regionName, saidBy, stageWords } from './words-lifecycle.ts';

export const noArrangement = 'Requests fail unless there is a private arrangement with the provider.';
export const dearer = 'from then on the provider may charge more';
export const withdrawnAdvice =
  'Requests may already fail, and there is no timeline to plan by: move what still calls it, starting today.';

/** `49 days to extended access`, for a headline. */
export function countdown({ timeline, lifecycle, now }: Situation): string {
  if (lifecycle.withdrawal) return 'access was withdrawn';
  if (!timeline.binding) return 'no end of life date is known';
  const { name, date } = timeline.binding;
  const days = daysBetween(utcDay(now), date);
  if (days === 0) return `${dateWords[name]} is today`;
  return days > 0 ? `${counted(days, 'day')} to ${dateWords[name]}` : `${dateWords[name]} was ${relativeDays(days)}`;
}

/** Where the model stands in its life, to follow its name: `is Legacy since 8 October 2026`. */
export function standing(situation: Situation): string {
  const {
    lifecycle,
    timeline: { stage },
    now,
  } = situation;
  if (lifecycle.sources.length === 0 && undatedLegacy(situation) === null) return 'is at a stage that no source tells';
  if (stage === 'active') {
    const { legacy } = lifecycle.dates;
    const undated = undatedLegacy(situation);
    if (undated !== null) return `is Legacy, says the Bedrock API as of ${longDay(undated)}, without a date`;
    return legacy
      ? `is Active until it becomes Legacy on ${longDate(legacy)}`
      : 'is Active, as far as any source tells';
  }
  const since = lifecycle.dates[stage];
  if (!since) return `is ${stageWords[stage]}`;
  return stage === 'endOfLife'
    ? `reached its end of life on ${longDate(since)} (${relativeDays(daysBetween(utcDay(now), since))})`
    : `is ${stageWords[stage]} since ${longDate(since)}`;
}

/** The day everything must be done before, and why that day: `extended access begins on 8 January 2027 (in 49 days)`. */
export function deadline({ timeline, now }: Situation): string | null {
  if (!timeline.binding || timeline.stage === 'endOfLife') return null;
  const { name, date } = timeline.binding;
  const when = `${longDate(date)} (${relativeDays(daysBetween(utcDay(now), date))})`;
  return name === 'extendedAccess' ? `extended access begins on ${when}` : `end of life is ${when}`;
}

/** `withdrawn in all Regions, says AWS Health on 13 June 2026`; `null` where access was not withdrawn. */
export function withdrawalWords({ withdrawal }: Lifecycle, markup: Markup): string | null {
  return withdrawal && `withdrawn in ${regionName(withdrawal.region, markup)}, says ${saidBy(withdrawal, markup)}`;
}

/** Nobody gives an end of life, and the model is not simply gone. */
export function endIsUnknown({ dates, withdrawal }: Lifecycle): boolean {
  return !dates.endOfLife && !withdrawal;
}
