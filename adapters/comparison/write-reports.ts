import { once } from 'node:events';
import type { WriteStream } from 'node:fs';
import { createWriteStream, writeFileSync } from 'node:fs';
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

/** Writes the report of a run in every form, and answers where the page is. Written again after a resumed run, whole. */
export async function writeReports(
  directory: RunDirectory,
  report: ComparisonReport,
  dataset: Pick<OpenDataset, 'read'>,
  draw: (svg: string) => Promise<Uint8Array> = pngOfSvg,
): Promise<string> {
  const page = directory.report('html');
  const drawing = draw(chartPicture(report).svg);
  // Whoever awaits it hears of a fault; until then it is no fault of its own.
  drawing.catch(() => undefined);
  const csv = createWriteStream(directory.report('csv'));
  const cases = reportedCases(dataset.read(), recordedIn(directory.journal), report.evidence.judge !== null);
  await write(csv, csvHeader);
  await written(page, reportPage(report, alsoAsRows(cases, csv)));
  csv.end();
  await once(csv, 'close');
  writeFileSync(directory.report('png'), await drawing);
  writeFileSync(directory.report('md'), reportMarkdown(report, page));
  writeFileSync(directory.report('json'), `${JSON.stringify(reportJson(report, page), null, 2)}\n`);
  return page;
}

/** Cases and answers are read once for all forms. */
async function* alsoAsRows(cases: AsyncIterable<ReportedCase>, csv: WriteStream): AsyncGenerator<ReportedCase> {
  for await (const kase of cases) {
    await write(csv, csvRow(kase));
    yield kase;
  }
}

async function written(file: string, parts: AsyncIterable<string>): Promise<void> {
  const stream = createWriteStream(file);
  for await (const part of parts) await write(stream, part);
  stream.end();
  await once(stream, 'close');
}

async function write(stream: WriteStream, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}
