import { once } from 'node:events';
import { createWriteStream, writeFileSync } from 'node:fs';
import { pngOfSvg } from './png-of-svg.ts';
import { recordedIn } from './run-journal.ts';
import type { ComparisonReport } from '../../domain/cases/comparison-report.ts';
import { chartPicture } from '../../templates/report/chart-picture.ts';
import { csvHeader, csvRow } from '../../templates/report/report-csv.ts';
import { reportMarkdown } from '../../templates/report/report-markdown.ts';
import { reportPage } from '../../templates/report/report-page.ts';
import { reportJson } from '../../templates/report/report-json.ts';
import type { OpenDataset } from './open-dataset.ts';
import { reportedCases } from '../../domain/cases/reported-cases.ts';
import type { RunDirectory } from './run-directory.ts';

/** Writes the report of a run in every form, and answers where the page is. Written again after a resumed run, whole. */
export async function writeReports(
  directory: RunDirectory,
  report: ComparisonReport,
  dataset: Pick<OpenDataset, 'read'>,
): Promise<string> {
  const page = directory.report('html');
  const cases = () => reportedCases(dataset.read(), recordedIn(directory.journal));
  await written(page, reportPage(report, cases()));
  await written(directory.report('csv'), rows(cases()));
  writeFileSync(directory.report('png'), await pngOfSvg(chartPicture(report).svg));
  writeFileSync(directory.report('md'), reportMarkdown(report, page));
  writeFileSync(directory.report('json'), `${JSON.stringify(reportJson(report, page), null, 2)}\n`);
  return page;
}

async function* rows(cases: ReturnType<typeof reportedCases>): AsyncGenerator<string> {
  yield csvHeader;
  for await (const kase of cases) yield csvRow(kase);
}

async function written(file: string, parts: AsyncIterable<string>): Promise<void> {
  const stream = createWriteStream(file);
  for await (const part of parts) if (!stream.write(part)) await once(stream, 'drain');
  stream.end();
  await once(stream, 'close');
}
