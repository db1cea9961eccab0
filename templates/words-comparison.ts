import type { ComparisonSummary } from '../domain/comparison-run.ts';
import type { Markup } from './markup.ts';

/** The verdict of a comparison: the first line says it, the others give its numbers and what to do next. */
export function comparisonWords(
  { candidate, verdict, report }: ComparisonSummary,
  markup: Markup,
): readonly [string, ...string[]] {
  return [
    `The comparison with ${markup.code(candidate)} says: ${markup.bold(verdict.kind)}.`,
    ...verdict.reasons.map((reason) => markup.text(reason)),
    ...(report === null ? [] : [markup.link(report, 'The whole report')]),
  ];
}
