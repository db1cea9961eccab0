import { recordedIn } from '../../adapters/comparison/run-journal.ts';
import { writeReports } from '../../adapters/comparison/write-reports.ts';
import { priceList } from '../../catalogue/price-list.ts';
import { concluded } from '../../domain/cases/concluded.ts';
import { reportJson } from '../../templates/report/report-json.ts';
import { changesText } from '../comparison/changes-text.ts';
import { comparisonText } from '../comparison/comparison-text.ts';
import { drawnApart } from '../comparison/drawn-apart.ts';
import { bucketOf, handOver, handOverText } from '../comparison/hand-over.ts';
import { casesOfRun, changesSince, checkSameCases, keptRun } from '../comparison/kept-run.ts';
import type { ExitCode } from '../exit.ts';
import { BadInputError, exitCode } from '../exit.ts';
import { printJson } from '../output.ts';

export interface ReportOptions {
  readonly dataset?: string;
  readonly against?: string;
  /** A folder of S3 for the input and output of Bedrock's prompt optimisation. */
  readonly optimize?: string;
  readonly submit?: boolean;
  readonly json?: boolean;
}

/** Writes the report of a kept run anew, from what was written down of it alone; nothing is asked. */
export async function report(folder: string, given: unknown): Promise<ExitCode> {
  const options = given as ReportOptions;
  if (options.optimize !== undefined) bucketOf(options.optimize);
  else if (options.submit) throw new BadInputError('--submit: expected --optimize s3://bucket/folder too');
  const directory = keptRun('report', folder);
  const earlier = options.against === undefined ? null : keptRun('--against', options.against);
  if (earlier) checkSameCases(earlier, directory.evidence.dataset.sha256);
  const dataset = await casesOfRun(directory, options.dataset);
  const whole = await concluded(directory.evidence, dataset, recordedIn(directory.journal), priceList);
  const page = await writeReports(directory, whole, dataset, drawnApart);
  const changes = earlier && (await changesSince(earlier, directory, dataset));

  const { optimize, submit = false } = options;
  const handed = optimize === undefined ? null : await handOver(directory, dataset, whole, optimize, submit);

  if (options.json)
    printJson({
      ...reportJson(whole, page),
      ...(changes && { against: changes }),
      ...(handed && { optimize: handed }),
    });
  else {
    comparisonText(whole, page);
    if (changes) changesText(changes);
    if (handed) handOverText(handed);
  }
  return whole.conclusion.verdict.kind === 'ready' ? exitCode.fine : exitCode.needsAttention;
}
