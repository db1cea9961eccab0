import type { Situation } from '../domain/situation.ts';
import { bullets } from './markdown.ts';
import { markdown } from './markup.ts';
import { longDate } from './text.ts';
import { consoleLinks, talkLinks } from './ticket-links.ts';
import { affectedCounts } from './words-affected.ts';
import { bindingWord, dateLabel, saidBy, shownDates } from './words-lifecycle.ts';
import { replacementInShort } from './words-replacement.ts';

/** The facts nobody may miss, in about a thousand characters: what a ticket says that has no room for the rest. */
export function ticketSummary(situation: Situation, lead: readonly string[], place?: string): string {
  const { migration, lifecycle } = situation;
  const dates = shownDates.flatMap((name) => {
    const word = bindingWord(lifecycle, name);
    return word ? [`${dateLabel(name)}: ${longDate(word.value)}, says ${saidBy(word, markdown)}`] : [];
  });
  return [
    lead.join(' '),
    bullets([
      ...dates,
      `Replacement: ${replacementInShort(situation, markdown)}`,
      `Affected: ${affectedCounts(migration.affected)}`,
      ...talkLinks(situation, place),
      ...consoleLinks(situation).slice(0, 1),
    ]),
  ].join('\n\n');
}
