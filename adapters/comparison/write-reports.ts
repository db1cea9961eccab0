import { writeFileSync } from 'node:fs';
import type { ComparisonReport, ReportedCase } from '../../domain/cases/comparison-report.ts';
import { reportedCases } from '../../domain/cases/reported-cases.ts';
import { chartPicture } from '../../templates/report/chart-picture.ts';
import { csvHeader, csvRow } from '../../templates/report/report-csv.ts';
import { reportJson } from '../../templates/report/report-json.ts';
import { reportMarkdown } from '../../templates/report/report-markdown.ts';
import { reportPage } from '../../templates/report/report-page.ts';
import type { OpenDataset } from './open-dataset.ts';
import { pngOfSvg } from './png-of-svg.ts';
import type { RunDirectory } from './run-directory.ts';
import { recordedIn } from './run-journal.ts';
import { textFile } from './text-file.ts';

/** Writes the report of a run in every form, and answers where the page is. Written again after a resumed run, whole. */
export async function writeReports(
  directory: RunDirectory,
  report: ComparisonReport,
  dataset: Pick<OpenDataset, 'read'>,
): Promise<string> {
  const page = directory.report('html');
  const cases = reportedCases(dataset.read(), recordedIn(directory.journal), report.evidence.judge !== null);
  await writeCases(report, cases, page, directory.report('csv'));
  writeFileSync(directory.report('png'), await pngOfSvg(chartPicture(report).svg));
  writeFileSync(directory.report('md'), reportMarkdown(report, page));
  writeFileSync(directory.report('json'), `${JSON.stringify(reportJson(report, page), null, 2)}\n`);
  return page;
}

/** Cases and answers are read once for both forms. */
async function writeCases(
  report: ComparisonReport,
  cases: AsyncIterable<ReportedCase>,
  page: string,
  table: string,
): Promise<void> {
  const [html, csv] = [textFile(page), textFile(table)];
  try {
    csv.write(csvHeader);
    for await (const part of reportPage(
      report,
      alsoTo((kase) => csv.write(csvRow(kase)), cases),
    ))
      html.write(part);
  } finally {
    html.close();
    csv.close();
  }
}

async function* alsoTo(
  hear: (kase: ReportedCase) => void,
  cases: AsyncIterable<ReportedCase>,
): AsyncGenerator<ReportedCase> {
  for await (const kase of cases) {
    hear(kase);
    yield kase;
  }
}
