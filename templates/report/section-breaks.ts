import type { Conclusion } from '../../domain/comparison/conclusion.ts';
import type { CaseBreak } from '../../domain/comparison/paired-breaks.ts';
import { counted } from '../text.ts';
import { breaksByKind } from './breaks-by-kind.ts';
import { caseLink } from './outside-text.ts';
import { breakWords } from './words-breaks.ts';
import { whole } from './words-figures.ts';

/** How many cases of a kind are named at once; the list of cases holds all. */
const named = 6;

export function breaksSection({ breaks }: Conclusion): string {
  const both =
    breaks.shared === 0
      ? ''
      : `<p class="quiet">${counted(breaks.shared, 'case')} ${breaks.shared === 1 ? 'breaks' : 'break'} with both models, and count${breaks.shared === 1 ? 's' : ''} for neither.</p>`;
  return [
    '<section aria-labelledby="breaks"><h2 id="breaks">Hard breaks</h2>',
    '<p class="lead">Answers that are of no use, whatever they say. New ones and those that are gone are never set off against each other.</p>',
    '<div class="columns">',
    part('New', 'where only the candidate breaks', breaks.new, '#show-broken'),
    part('Gone', 'where only the current model breaks', breaks.healed, '#show-healed'),
    `</div>${both}</section>`,
  ].join('');
}

function part(title: string, meaning: string, breaks: readonly CaseBreak[], filter: string): string {
  const cases = new Set(breaks.map(({ caseId }) => caseId)).size;
  const heading = `<h3>${title} <span class="quiet">${meaning}</span></h3>`;
  if (cases === 0) return `<div class="card">${heading}<p class="none">None.</p></div>`;
  const kinds = breaksByKind(breaks).map(
    ([kind, ids]) =>
      `<li><p><b>${whole(ids.length)}</b> ${breakWords[kind]}</p><p class="ids">${ids.slice(0, named).map(caseLink).join(' ')}${ids.length > named ? ` <span class="quiet">and ${whole(ids.length - named)} more</span>` : ''}</p></li>`,
  );
  return `<div class="card">${heading}<ul class="kinds">${kinds.join('')}</ul><p><a class="scripted" href="${filter}">Show ${cases === 1 ? 'the case' : `all ${whole(cases)} cases`}</a></p></div>`;
}
