import type { ComparisonReport } from '../../domain/cases/comparison-report.ts';
import { metricLine, verdictHeadline } from '../../templates/report/words-verdict.ts';
import { failureAdvice, failureName } from '../../templates/report/words-advice.ts';
import { counted } from '../../templates/text.ts';
import { colours, say } from '../output.ts';
import { textTable } from '../text-table.ts';
import { grouped } from '../grouped.ts';

/** The verdict and its numbers, for a person at a terminal. */
export function comparisonText(report: ComparisonReport, page: string): void {
  const { conclusion, cost, notes, evidence, failures } = report;
  const { kind, reasons } = conclusion.verdict;
  const tone = kind === 'ready' ? colours.green : kind === 'regressed' ? colours.red : colours.yellow;
  say(tone(colours.bold(verdictHeadline(report))));
  for (const reason of reasons) say(`  ${reason}`);
  say();
  for (const metric of conclusion.metrics) say(metricLine(metric));
  say();
  for (const { failure, caseIds, lost } of failures.slice(0, 5)) {
    say(`${counted(caseIds.length, 'case')} ${failureName(failure)}; ${lost} of them the current model passes`);
    say(`  try: ${failureAdvice(failure)}`);
  }
  if (failures.length > 0) say();
  const rows = (['current', 'candidate'] as const).map((side) => {
    const { latency, inputTokens, outputTokens, failedCalls } = conclusion[side];
    const milliseconds = (value: number | null) => (value === null ? 'not known' : `${Math.round(value)} ms`);
    const dollars = cost[side];
    return [
      evidence[side],
      `p50 ${milliseconds(latency.p50)}`,
      `p95 ${milliseconds(latency.p95)}`,
      `first token ${milliseconds(latency.ttft)}`,
      `${grouped(inputTokens)} tokens in, ${grouped(outputTokens)} out`,
      dollars === null ? 'no price known' : `$${dollars.toFixed(4)}`,
      failedCalls > 0 ? `${failedCalls} calls failed` : '',
    ];
  });
  for (const line of textTable(rows)) say(line);
  for (const line of notes) say(colours.yellow(line));
  say();
  say(`The whole report: ${colours.cyan(page)}`);
}
