import type { ComparisonReport, ReportedCase } from '../../domain/cases/comparison-report.ts';
import type { BreakKind } from '../../domain/comparison/outcome.ts';
import type { CaseBreak } from '../../domain/comparison/paired-breaks.ts';
import { plainWords } from '../markup.ts';
import { comparedModels } from '../words-compared-models.ts';
import { outcomeWords } from './case-outcome.ts';
import { caseEntry, caseRecord } from './case-record.ts';
import { failedCalls } from './failed-calls.ts';
import { outside, scriptJson } from './outside-text.ts';
import { pageFoot, pageHead } from './page-frame.ts';
import { breaksSection } from './section-breaks.ts';
import { casesSection } from './section-cases.ts';
import { effortSections } from './section-effort.ts';
import { evidenceSection } from './section-evidence.ts';
import { failuresSection } from './section-failures.ts';
import { latencySection } from './section-latency.ts';
import { metricsSection } from './section-metrics.ts';
import { verdictSection } from './section-verdict.ts';
import { breakWords } from './words-breaks.ts';

/** As many as the list shows at once, so that opening a case reads one piece of the data. */
const casesAChunk = 50;

/** The whole report as one HTML file that needs no network; piece by piece, so that memory does not grow with the answers. */
export async function* reportPage(
  report: ComparisonReport,
  cases: AsyncIterable<ReportedCase>,
): AsyncGenerator<string> {
  const { conclusion, evidence } = report;
  const [current, candidate] = comparedModels(evidence, plainWords);
  yield await pageHead(report);
  yield verdictSection(report);
  yield breaksSection(conclusion);
  yield failuresSection(report.failures);
  yield metricsSection(report);
  yield latencySection(report);
  yield effortSections(report);
  yield casesSection(report);

  const primary = conclusion.metrics[0]?.name ?? null;
  const breaks = { broken: kindsOf(conclusion.breaks.new), healed: kindsOf(conclusion.breaks.healed) };
  const failures = failedCalls();
  // As text: objects would keep the prompts that they show the beginnings of.
  const entries: string[] = [];
  let chunk: ReportedCase[] = [];
  for await (const kase of cases) {
    entries.push(scriptJson(caseEntry(kase, primary, breaks)));
    failures.add(kase);
    chunk.push(kase);
    if (chunk.length < casesAChunk) continue;
    yield data('class="cases-data"', chunk.map(caseRecord));
    chunk = [];
  }
  if (chunk.length > 0) yield data('class="cases-data"', chunk.map(caseRecord));

  yield failures.section();
  yield evidenceSection(evidence);
  yield* listData('id="entries"', entries);
  yield data('id="words"', {
    current,
    candidate,
    outcomes: outcomeWords,
    breaks: breakWords,
    casesAChunk,
  });
  yield pageFoot(`Made by Sundial ${outside(evidence.sundial)}. Nothing in this file is loaded from elsewhere.`);
}

function data(attribute: string, value: unknown): string {
  return `${dataHead(attribute)}${scriptJson(value)}${dataFoot}`;
}

function* listData(attribute: string, items: readonly string[]): Generator<string> {
  yield `${dataHead(attribute)}[`;
  for (const [index, item] of items.entries()) yield index === 0 ? item : `,${item}`;
  yield `]${dataFoot}`;
}

function dataHead(attribute: string): string {
  return `<script type="application/json" ${attribute}>`;
}

const dataFoot = '</script>\n';

function kindsOf(breaks: readonly CaseBreak[]): ReadonlyMap<string, readonly BreakKind[]> {
  const kinds = new Map<string, BreakKind[]>();
  for (const { caseId, kind } of breaks) kinds.set(caseId, [...(kinds.get(caseId) ?? []), kind]);
  return kinds;
}
