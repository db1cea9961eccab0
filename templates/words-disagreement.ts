import type { Disagreement, Word } from '../domain/lifecycle.ts';
import type { Markup } from './markup.ts';
import { firstOf, longDate } from './text.ts';
import { dateWords, regionName, saidBy } from './words-lifecycle.ts';

const mostSaid = 6;
const mostRegions = 3;

/** Different days for the same date: who said which, when and for which Regions. The earliest binds. */
export function disagreementWords({ name, words }: Disagreement, markup: Markup): string {
  const tellRegions = distinct(words.map(({ region }) => region)).length > 1;
  const said = sameThing(words).map(([first, ...others]) => {
    const regions = distinct([first, ...others].map(({ region }) => regionName(region, markup)));
    const where = tellRegions ? ` for ${firstOf(regions, mostRegions)}` : '';
    return `${longDate(first.value)}${where} (${saidBy(first, markup)})`;
  });
  const who = distinct(words.map(({ source }) => source)).length > 1 ? 'Sources disagree' : 'Regions differ';
  return `${who} about ${dateWords[name]}; the earliest date binds: ${firstOf(said, mostSaid)}.`;
}

/** Words that differ in their Region only, together. */
function sameThing(words: readonly Word[]): readonly [Word, ...Word[]][] {
  const groups = new Map<string, [Word, ...Word[]]>();
  for (const word of words) {
    const key = [word.value, word.source, word.asOf, word.reference].join(' ');
    const group = groups.get(key);
    if (group) group.push(word);
    else groups.set(key, [word]);
  }
  return [...groups.values()];
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
