import type { ComparisonReport } from '../../domain/cases/comparison-report.ts';
import type { Metric } from '../../domain/comparison/metric.ts';
import type { Verdict } from '../../domain/comparison/verdict.ts';
import { oneLine } from '../text.ts';
import { percent, points, pValue, range, whole } from './words-figures.ts';

/** Said by form as well as by word. */
export const verdictMarks: Readonly<Record<Verdict['kind'], string>> = {
  ready: '✓',
  regressed: '✗',
  inconclusive: '?',
};

/** The verdict in one line of plain words. */
export function verdictHeadline({ conclusion, evidence }: ComparisonReport): string {
  const [current, candidate] = [oneLine(evidence.current), oneLine(evidence.candidate)];
  switch (conclusion.verdict.kind) {
    case 'ready':
      return `Ready: ${candidate} can replace ${current}`;
    case 'regressed':
      return `Regressed: ${candidate} does worse than ${current}`;
    case 'inconclusive':
      return `Inconclusive: this run does not show whether ${candidate} can replace ${current}`;
  }
}

/** What a metric counts, in words; a check that has no words of its own is named as it is. */
export function metricMeaning(name: string): string {
  return meanings.get(name) ?? `score of the check ${name}`;
}

const meanings: ReadonlyMap<string, string> = new Map([
  ['pass', 'cases that pass all their checks'],
  ['judge', 'cases whose answer the judge found better'],
  ['unbroken', 'cases answered without a hard break'],
  ['exact', 'answers equal to what was expected'],
  ['contains', 'answers that contain what they must'],
  ['regex', 'answers that match their pattern'],
  ['number', 'numbers near enough to what was expected'],
  ['json-schema', 'answers that keep their JSON schema'],
  ['json-path', 'answers with the right value in their JSON'],
  ['rouge-l', 'overlap with the expected answer (ROUGE-L)'],
  ['similarity', 'closeness in meaning to the expected answer'],
  ['bert-score', 'closeness to the expected answer, token by token (BERTScore)'],
  ['length-ratio', 'answers of about the expected length'],
]);

/** A metric and how sure it is, in one line. */
export function metricLine({ name, primary, current, candidate, cases, ...metric }: Metric): string {
  const { difference, interval, pAdjusted, gains, losses } = metric;
  return [
    `${name}${primary ? ' (primary)' : ''}: ${percent(current)} → ${percent(candidate)}`,
    `${points(difference)} (${range(interval)})`,
    `${pValue(pAdjusted)} after Holm`,
    `${whole(gains)} gained and ${whole(losses)} lost of ${whole(cases)} cases`,
  ].join(', ');
}
