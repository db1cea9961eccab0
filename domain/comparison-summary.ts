import type { DateTime } from 'luxon';
import type { ComparisonReport } from './cases/comparison-report.ts';
import type { ComparisonSummary } from './comparison-run.ts';

/** As many as fit into a message; the report has all. */
const mostWorst = 10;

/** What travels of a report: figures, and ids of cases. Prompts and answers stay where the run keeps them. */
export function comparisonSummary(
  { evidence, conclusion, worst, notes }: ComparisonReport,
  report: string | null,
  now: DateTime,
): ComparisonSummary {
  const { runId, current, candidate, names, region, dataset } = evidence;
  const { verdict, cases, answered, failed, breaks } = conclusion;
  const [primary] = conclusion.metrics;
  return {
    runId,
    current,
    candidate,
    ...(names && { names }),
    region,
    dataset: dataset.file,
    verdict: { kind: verdict.kind, reasons: verdict.reasons },
    cases,
    answered,
    failed,
    primary: primary ? { name: primary.name, difference: primary.difference, interval: primary.interval } : null,
    newBreaks: new Set(breaks.new.map(({ caseId }) => caseId)).size,
    worst: worst.slice(0, mostWorst),
    notes,
    report,
    concludedAt: now.toUTC().toISO() ?? '',
  };
}
