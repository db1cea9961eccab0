import type { FailureCluster } from '../../domain/cases/failure-clusters.ts';
import { escaped } from '../console/html.ts';
import { counted } from '../text.ts';
import { caseLink } from './outside-text.ts';
import { failureAdvice, failureName } from './words-advice.ts';
import { whole } from './words-figures.ts';

/** How many cases of a kind are named at once. */
const named = 6;

/** What the candidate fails, by kind, and what to try; nothing where it is ready. */
export function failuresSection(clusters: readonly FailureCluster[]): string {
  if (clusters.length === 0) return '';
  const items = clusters.map(({ failure, caseIds, lost }) =>
    [
      `<li><p><b>${whole(caseIds.length)}</b> ${escaped(failureName(failure))} <span class="quiet">${counted(lost, 'case')} that the current model passes</span></p>`,
      `<p>Try: ${escaped(failureAdvice(failure))}.</p>`,
      `<p class="ids">${caseIds.slice(0, named).map(caseLink).join(' ')}${caseIds.length > named ? ` <span class="quiet">and ${whole(caseIds.length - named)} more</span>` : ''}</p></li>`,
    ].join(''),
  );
  return [
    '<section aria-labelledby="failing"><h2 id="failing">What the candidate fails</h2>',
    '<p class="lead">By kind, the commonest first, and what to try. A case that fails in several ways stands in the first of them.</p>',
    `<div class="card"><ul class="kinds">${items.join('')}</ul></div></section>`,
  ].join('');
}
