import type { Lifecycle } from '../domain/lifecycle.ts';
import type { Situation } from '../domain/situation.ts';
import { bullets, folded, table } from './markdown.ts';
import { markdown } from './markup.ts';
import { counted, longDate, longDay } from './text.ts';
import { disagreementWords } from './words-disagreement.ts';
import {
  bindingWord,
  dateLabel,
  datesOfWithdrawn,
  floorNote,
  regionName,
  shownDates,
  sourceName,
} from './words-lifecycle.ts';

/** Regions listed before the rest is only counted. */
const mostRegions = 70;

/** Every date with who said it, what is disputed, and each Region's own dates where they differ. */
export function ticketDates({ lifecycle, byRegion }: Situation): readonly string[] {
  return [
    datesOfWithdrawn(lifecycle) ?? '',
    lifecycle.withdrawal && lifecycle.sources.length === 0 ? '' : dateTable(lifecycle),
    bullets(lifecycle.disagreements.map((said) => disagreementWords(said, markdown))),
    byRegion.length > 0
      ? folded(`Each Region's own dates (${counted(byRegion.length, 'Region')})`, regionTable(byRegion))
      : '',
  ];
}

function dateTable(lifecycle: Lifecycle): string {
  const rows = shownDates.flatMap((name) => {
    const word = bindingWord(lifecycle, name);
    if (!word) return name === 'endOfLife' ? [['End of life', 'not known', 'nobody gives it', '', '']] : [];
    const label = name === 'noSoonerThan' ? `${dateLabel(name)} (${floorNote})` : dateLabel(name);
    return [
      [label, longDate(word.value), sourceName(word), markdown.text(longDay(word.asOf)), reference(word.reference)],
    ];
  });
  return table(['What', 'Date (from 00:00 UTC)', 'Who says so', 'As of', 'Where to read it'], rows);
}

function regionTable(byRegion: readonly Lifecycle[]): string {
  const columns = shownDates.filter((name) => byRegion.some(({ dates }) => dates[name] !== null));
  const rows = byRegion
    .slice(0, mostRegions)
    .map(({ regions, dates }) => [
      regions.map((region) => regionName(region, markdown)).join(', '),
      ...columns.map((name) => dates[name] ?? 'not known'),
    ]);
  const left = byRegion.length > mostRegions ? `\n\nAnd ${counted(byRegion.length - mostRegions, 'Region')} more.` : '';
  return table(['Region', ...columns.map(dateLabel)], rows) + left;
}

function reference(text: string): string {
  return /^https?:\/\//.test(text) ? markdown.link(text, 'page') : markdown.code(text);
}
