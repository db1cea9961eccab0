import type { ComparisonReport } from '../../domain/cases/comparison-report.ts';
import { wantedPower } from '../../domain/comparison/cases-needed.ts';
import type { MoreCases } from '../../domain/comparison/verdict.ts';
import { escaped } from '../console/html.ts';
import { plainWords } from '../markup.ts';
import { capitalised, counted } from '../text.ts';
import { comparedModels } from '../words-compared-models.ts';
import { outside, outsideCode } from './outside-text.ts';
import { verdictGlance } from './verdict-glance.ts';
import { certaintyWords } from './words-certainty.ts';
import { percent } from './words-figures.ts';
import { verdictHeadline, verdictMarks } from './words-verdict.ts';

/** The verdict, why, how sure, what would settle it, and what was simulated or assumed. */
export function verdictSection(report: ComparisonReport): string {
  const { conclusion, evidence, notes } = report;
  const [current, candidate] = comparedModels(evidence, plainWords);
  const { kind, reasons, moreCases } = conclusion.verdict;
  const [word = '', sentence = ''] = verdictHeadline(report).split(/: (.*)/);
  return [
    `<section class="verdict ${kind}" aria-labelledby="verdict">`,
    `<h1 id="verdict"><span class="kind"><span class="mark" aria-hidden="true">${verdictMarks[kind]}</span>${word}<span class="unseen">:</span></span> ${outside(kind === 'inconclusive' ? capitalised(sentence) : sentence)}</h1>`,
    `<ul class="reasons">${reasons.map((reason) => `<li>${outside(reason).replaceAll(' %', '&nbsp;%')}</li>`).join('')}</ul>`,
    moreCases ? settling(moreCases) : '',
    `<details class="sure"><summary>How sure is that?</summary>${certaintyWords(evidence.policy, conclusion)
      .map((words) => `<p>${escaped(words)}</p>`)
      .join('')}</details>`,
    verdictGlance(report),
    `<p class="quiet models">Current model ${outsideCode(current)}, candidate ${outsideCode(candidate)}</p>`,
    '</section>',
    notes.length > 0
      ? `<aside class="notes" aria-label="What to know of this run"><ul>${notes.map((note) => `<li>${outside(note)}</li>`).join('')}</ul></aside>`
      : '',
  ].join('');
}

function settling({ ifEqual, ifAsSeen }: MoreCases): string {
  const equal = ifEqual === null ? [] : [row(ifEqual, 'if both models are in truth equally good')];
  const seen = ifAsSeen === null ? [] : [row(ifAsSeen, 'if they differ in truth as they do here')];
  const rows = [...equal, ...seen];
  return rows.length === 0
    ? '<p class="settle"><b>What would settle it:</b> no number of cases that one can ask.</p>'
    : `<div class="settle"><p><b>What would settle it</b>, with a chance of ${percent(wantedPower)}:</p><ul>${rows.join('')}</ul></div>`;
}

function row(cases: number, condition: string): string {
  return `<li><b>about ${counted(cases, 'more case')}</b> ${condition}</li>`;
}
