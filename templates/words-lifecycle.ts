import { isAssumedNotice } from '../domain/assumed-notice.ts';
import { allRegions } from '../domain/lifecycle.ts';
import type { DateName, Lifecycle, Region, Source, Stage, Withdrawal, Word } from '../domain/lifecycle.ts';
import type { Markup } from './markup.ts';
import { capitalised, longDay } from './text.ts';

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
  noSoonerThan: 'the floor under end of life',
};

const sourceWords: Readonly<Record<Source, string>> = {
  health: 'AWS Health',
  api: 'the Bedrock API',
  catalogue: "Sundial's catalogue",
  operator: 'your sundial.yml',
};

/** The dates worth showing, in the order they fall in a model's life. */
export const shownDates = ['legacy', 'extendedAccess', 'noSoonerThan', 'endOfLife'] as const;

/** Who says so. What a story made up is said to be that: nobody sent it. */
export function sourceName({ source, reference }: Pick<Word, 'source' | 'reference'>): string {
  return isAssumedNotice(reference) ? 'a notice assumed for this story' : sourceWords[source];
}

/** A floor is no date: said wherever one is shown. */
export const floorNote = 'a floor, not a date';

export function dateLabel(name: DateName): string {
  return name === 'noSoonerThan' ? 'End of life no sooner than' : capitalised(dateWords[name]);
}

/** `AWS Health on 8 October 2026`, `Sundial's catalogue as of 13 October 2026`. */
export function saidBy(word: Word | Withdrawal, markup: Markup): string {
  const { source, asOf, reference } = word;
  const when = source === 'health' ? 'on' : 'as of';
  return `${markup.link(reference, sourceName(word))} ${when} ${markup.text(longDay(asOf))}`;
}

export function regionName(region: Region, markup: Markup): string {
  return region === allRegions ? 'all Regions' : markup.text(region);
}

/** The word that binds a date, where one is known. */
export function bindingWord({ sources }: Lifecycle, name: DateName): Word | undefined {
  return sources.find((word) => word.name === name);
}

/** What must be known before the dates of a withdrawn model are read, `null` for any other. */
export function datesOfWithdrawn({ withdrawal, sources }: Lifecycle): string | null {
  if (!withdrawal) return null;
  const known = sources.length > 0;
  return known
    ? 'Given before access was withdrawn, and no longer to be planned by:'
    : 'No source had given any before access was withdrawn.';
}
