import type { ComparisonReport } from '../../domain/cases/comparison-report.ts';
import type { CaseBreak } from '../../domain/comparison/paired-breaks.ts';
import { bullets, heading, table } from '../markdown.ts';
import { markdown } from '../markup.ts';
import { counted, firstOf } from '../text.ts';
import { breaksByKind } from './breaks-by-kind.ts';
import { failureAdvice, failureName } from './words-advice.ts';
import { breakWords } from './words-breaks.ts';
import { costLine, weeklyCostWords } from './words-cost.ts';
import { confidence, duration, percent, points, pValue, range, whole } from './words-figures.ts';
import { verdictHeadline } from './words-verdict.ts';

const { text, code } = markdown;

/** A report for a ticket; `page` is where the whole one is, an address or a path. */
export function reportMarkdown(report: ComparisonReport, page: string): string {
  const { conclusion, evidence, weekly, notes } = report;
  return [
    heading(text(verdictHeadline(report))),
    bullets(conclusion.verdict.reasons.map((reason) => text(reason))),
    ...(conclusion.metrics.length > 0 ? [numbers(report)] : []),
    ...worst('New hard breaks', conclusion.breaks.new),
    ...worst('Hard breaks that are gone', conclusion.breaks.healed),
    ...tries(report),
    speed(report),
    text(costLine(report)),
    ...(weekly ? [text(weeklyCostWords(weekly))] : []),
    ...(notes.length > 0 ? [bullets(notes.map((note) => text(note)))] : []),
    `The whole report: ${/^https?:/.test(page) ? markdown.link(page, 'every case side by side') : code(page)}. Run ${code(evidence.runId)} over ${counted(conclusion.cases, 'case')} of ${code(evidence.dataset.file)}.`,
  ].join('\n\n');
}

function numbers({ conclusion, evidence }: ComparisonReport): string {
  const columns = ['Metric', 'Current', 'Candidate', 'Difference', confidence(evidence.policy.alpha), 'p after Holm'];
  const rows = conclusion.metrics.map((metric) => [
    metric.primary ? `**${text(metric.name)}** (primary)` : text(metric.name),
    percent(metric.current),
    percent(metric.candidate),
    points(metric.difference),
    range(metric.interval),
    pValue(metric.pAdjusted),
    whole(metric.gains),
    whole(metric.losses),
  ]);
  return table([...columns, 'Gained', 'Lost'], rows);
}

function worst(title: string, breaks: readonly CaseBreak[]): string[] {
  if (breaks.length === 0) return [];
  const lines = breaksByKind(breaks).map(
    ([kind, ids]) =>
      `${breakWords[kind]}, ${counted(ids.length, 'case')}: ${firstOf(ids.slice(0, 5).map(code).concat(ids.slice(5)), 5)}`,
  );
  return [`${title}:`, bullets(lines)];
}

function tries({ failures }: ComparisonReport): string[] {
  if (failures.length === 0) return [];
  const lines = failures
    .slice(0, 5)
    .map(
      ({ failure, caseIds }) =>
        `${counted(caseIds.length, 'case')} ${text(failureName(failure))}. Try: ${text(failureAdvice(failure))}`,
    );
  return ['What the candidate fails, and what to try:', bullets(lines)];
}

function speed({ conclusion: { current, candidate } }: ComparisonReport): string {
  const row = (name: string, field: 'p50' | 'p95' | 'ttft') => [
    name,
    ...[current, candidate].map(({ latency }) => shown(latency[field])),
  ];
  return table(
    ['Latency', 'Current', 'Candidate'],
    [row('p50', 'p50'), row('p95', 'p95'), row('first token, p50', 'ttft')],
  );
}

function shown(milliseconds: number | null): string {
  return milliseconds === null ? 'not measured' : duration(milliseconds);
}
