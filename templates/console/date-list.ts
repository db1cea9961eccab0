import { daysBetween, utcDay } from '../../domain/calendar-date.ts';
import type { Situation } from '../../domain/situation.ts';
import { relativeDays } from '../text.ts';
import { withdrawalWords } from '../words-deadline.ts';
import { disagreementWords } from '../words-disagreement.ts';
import { bindingWord, dateLabel, floorNote, saidBy, shownDates } from '../words-lifecycle.ts';
import { day, html } from './html.ts';

/** Every date with how far away it is and who said it; what nobody gives says so. */
export function dateList({ lifecycle, byRegion, now }: Situation): string {
  const today = utcDay(now);
  const rows = shownDates.flatMap((name) => {
    const word = bindingWord(lifecycle, name);
    if (!word)
      return name === 'endOfLife' && !lifecycle.withdrawal ? [['End of life', 'not known', 'no source gives it']] : [];
    const when = name === 'noSoonerThan' ? floorNote : relativeDays(daysBetween(today, word.value));
    return [[dateLabel(name), `${day(word.value)} <span class="quiet">${when}</span>`, `says ${saidBy(word, html)}`]];
  });
  const items = rows.map(
    ([label = '', value = '', source = '']) =>
      `<div><dt>${label}</dt><dd>${value}<span class="source">${source}</span></dd></div>`,
  );
  return `${items.length > 0 ? `<dl class="dates">${items.join('')}</dl>` : ''}${notes({ lifecycle, byRegion })}`;
}

function notes({ lifecycle, byRegion }: Pick<Situation, 'lifecycle' | 'byRegion'>): string {
  const withdrawn = withdrawalWords(lifecycle, html);
  const said = [
    ...(withdrawn
      ? [`Access was ${withdrawn}. ${lifecycle.sources.length > 0 ? 'The dates given before no longer count.' : ''}`]
      : []),
    ...lifecycle.disagreements.map((disagreement) => disagreementWords(disagreement, html)),
    ...(byRegion.length > 0 ? ['The affected Regions differ: the earliest dates are shown, the ticket has each.'] : []),
  ];
  return said.map((note) => `<p class="note">${note}</p>`).join('');
}
