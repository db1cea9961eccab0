import { daysBetween, utcDay } from '../domain/calendar-date.ts';
import { allRegions } from '../domain/lifecycle.ts';
import type { DateName, Disagreement, Lifecycle, Source, Stage, Withdrawal, Word } from '../domain/lifecycle.ts';
import type { Situation } from '../domain/situation.ts';
import type { Markup } from './markup.ts';
import { capitalised, firstOf, longDate, longDay, relativeDays } from './text.ts';

export const stageWords: Readonly<Record<Stage, string>> = {
  active: 'Active',
  legacy: 'Legacy',
  extendedAccess: 'Legacy, in extended access',
  endOfLife: 'past its end of life',
};

export const dateWords: Readonly<Record<DateName, string>> = {
  launch: 'launch',
  legacy: 'Legacy',
  extendedAccess: 'extended access',
  endOfLife: 'end of life',
  noSoonerThan: 'no sooner than',
};

export const sourceWords: Readonly<Record<Source, string>> = {
  health: 'AWS Health',
  api: 'the Bedrock API',
  catalogue: "Sundial's catalogue",
  operator: 'your sundial.yml',
};

/** The dates worth showing, in the order they fall in a model's life. */
export const shownDates = ['legacy', 'extendedAccess', 'noSoonerThan', 'endOfLife'] as const;

/** Who said it, and when: `AWS Health, 8 October 2026`. */
export function saidBy({ source, asOf, reference }: Word | Withdrawal, markup: Markup): string {
  return `${markup.link(reference, sourceWords[source])}, ${markup.text(longDay(asOf))}`;
}

/** What the model's life looks like from `now`, in a sentence without its name. */
export function standing({ lifecycle, timeline, now }: Situation): string {
  const { endOfLife, legacy } = lifecycle.dates;
  const today = utcDay(now);
  if (lifecycle.withdrawal) return `access was withdrawn${regionWords(lifecycle.withdrawal.region)}`;
  if (timeline.stage === 'endOfLife' && endOfLife) {
    const days = daysBetween(today, endOfLife);
    return days === 0
      ? 'today is its end of life'
      : `its end of life was ${relativeDays(days)}, on ${longDate(endOfLife)}`;
  }
  if (timeline.stage === 'active') return legacy ? `Active until ${longDate(legacy)}` : 'Active';
  return stageWords[timeline.stage];
}

/** The day everything must be done before, and why that day: `public extended access begins on 8 January 2027 (in 49 days)`. */
export function deadline({ timeline, now }: Situation): string | null {
  if (!timeline.binding) return null;
  const { name, date } = timeline.binding;
  const when = `${longDate(date)} (${relativeDays(daysBetween(utcDay(now), date))})`;
  return name === 'extendedAccess' ? `extended access begins on ${when}` : `end of life is ${when}`;
}

/** `49 days to extended access`, for a headline. */
export function countdown({ timeline, lifecycle, now }: Situation): string {
  if (lifecycle.withdrawal) return 'access was withdrawn';
  if (!timeline.binding) return 'no end of life date is known';
  const { name, date } = timeline.binding;
  const days = daysBetween(utcDay(now), date);
  const what = dateWords[name];
  if (days === 0) return `${what} is today`;
  return days > 0 ? `${days} ${days === 1 ? 'day' : 'days'} to ${what}` : `${what} was ${relativeDays(days)}`;
}

/** Sources or Regions that give different days for the same date, who said what and when; the earliest binds. */
export function disagreementWords({ name, words }: Disagreement, markup: Markup): string {
  const bySource = new Set(words.map(({ source }) => source)).size > 1;
  const said = words.map(
    (word) =>
      `${longDate(word.value)} (${saidBy(word, markup)}${bySource && !spansRegions(words) ? '' : regionWords(word.region)})`,
  );
  const who = bySource ? 'Sources disagree' : 'Regions differ';
  return `${who} about ${dateWords[name]}; the earliest date binds: ${firstOf(said, 6)}.`;
}

/** `in us-east-1`, `in all Regions`, ready to follow a word. */
export function regionWords(region: string): string {
  return region === allRegions ? ' in all Regions' : ` in ${region}`;
}

export function regionName(region: string): string {
  return region === allRegions ? 'all Regions' : region;
}

/** The word that binds a date, where one is known. */
export function bindingWord({ sources }: Lifecycle, name: DateName): Word | undefined {
  return sources.find((word) => word.name === name);
}

export function dateLabel(name: DateName): string {
  return name === 'noSoonerThan' ? 'End of life no sooner than' : capitalised(dateWords[name]);
}

/** A floor is not a date: said wherever one is shown. */
export const floorNote = 'a floor, not a date';

function spansRegions(words: readonly Word[]): boolean {
  return new Set(words.map(({ region }) => region)).size > 1;
}
