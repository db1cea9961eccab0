import type { ComparisonSummary, WorseCase } from '../domain/comparison-run.ts';
import type { Markup } from './markup.ts';
import { breakWords } from './report/words-breaks.ts';
import { points, range, whole } from './report/words-figures.ts';
import { counted } from './text.ts';
import { comparedModels } from './words-compared-models.ts';

/** As many cases as one reads in a thread. */
const shownCases = 5;

/**
 * The verdict of a comparison: the first line says it, the others give its numbers, the worst cases by id and kind, and what to do next.
 * Never what was asked or answered.
 */
export function comparisonWords(summary: ComparisonSummary, markup: Markup): readonly [string, ...string[]] {
  const { verdict, report } = summary;
  const reasons = verdict.reasons.slice(0, 4).map((reason) => markup.text(reason));
  return [
    headline(summary, markup),
    ...(reasons.length > 0 ? reasons : numbers(summary, markup)),
    ...worstWords(summary, markup),
    nextStep(summary, markup),
    scope(summary, markup),
    ...(summary.notes ?? []).map((note) => markup.text(note)),
    ...(report === null ? [] : [markup.link(report, 'The whole report')]),
  ];
}

function headline(summary: ComparisonSummary, markup: Markup): string {
  const [old, fresh] = comparedModels(summary, markup);
  switch (summary.verdict.kind) {
    case 'ready':
      return `${markup.bold('Ready')}: ${fresh} can replace ${old}.`;
    case 'regressed':
      return `${markup.bold('Regressed')}: ${fresh} does worse than ${old}.`;
    case 'inconclusive':
      return `${markup.bold('Inconclusive')}: the comparison does not show whether ${fresh} can replace ${old}.`;
  }
}

/** Where nobody gave reasons. */
function numbers({ primary, newBreaks }: ComparisonSummary, markup: Markup): string[] {
  const interval = primary?.interval ? ` (${range(primary.interval)})` : '';
  return [
    ...(primary ? [`${markup.text(primary.name)}: ${points(primary.difference)}${interval}.`] : []),
    newBreaks === 0 ? 'No new hard break.' : `${counted(newBreaks, 'new hard break')}.`,
  ];
}

function scope({ cases, failed, region, dataset }: ComparisonSummary, markup: Markup): string {
  const lost = failed > 0 ? `, ${whole(failed)} of them not answered by both` : '';
  return `Compared over ${counted(cases, 'case')} of ${markup.text(dataset)}${lost}, in ${markup.text(region)}.`;
}

function worstWords({ worst = [], newBreaks }: ComparisonSummary, markup: Markup): string[] {
  if (worst.length === 0) return [];
  const shown = worst.slice(0, shownCases).map(({ caseId, kind }) => `${markup.code(caseId)} (${worseWords(kind)})`);
  return [`${newBreaks > 0 ? 'Worst' : 'Lost'}: ${shown.join(', ')}.`];
}

function worseWords(kind: WorseCase['kind']): string {
  return kind === 'lost' ? 'passed before, fails now' : breakWords[kind];
}

function nextStep({ verdict, newBreaks }: ComparisonSummary, markup: Markup): string {
  const next = markup.bold('Next:');
  switch (verdict.kind) {
    case 'ready':
      return `${next} read a few answers side by side in the report, then move the traffic step by step.`;
    case 'regressed':
      return `${next} read the lost cases in the report; change the prompts for the new model or choose another one, and compare again.`;
    case 'inconclusive':
      return newBreaks > 0
        ? `${next} look at the new breaks in the report: put the prompts right, or allow them, and compare again.`
        : `${next} compare again with more cases; the report says how many would settle it.`;
  }
}
