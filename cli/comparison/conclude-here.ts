import type { OpenDataset } from '../../adapters/comparison/open-dataset.ts';
import type { RunDirectory } from '../../adapters/comparison/run-directory.ts';
import { recordedIn } from '../../adapters/comparison/run-journal.ts';
import { writeReports } from '../../adapters/comparison/write-reports.ts';
import { priceList } from '../../catalogue/price-list.ts';
import type { ComparisonReport } from '../../domain/cases/comparison-report.ts';
import { concluded } from '../../domain/cases/concluded.ts';
import type { RunChanges } from '../../domain/cases/run-changes.ts';
import { reportJson } from '../../templates/report/report-json.ts';
import type { ExitCode } from '../exit.ts';
import { exitCode } from '../exit.ts';
import { printJson } from '../output.ts';
import { changesText } from './changes-text.ts';
import { comparisonText } from './comparison-text.ts';
import type { Drawing } from './drawing-apart.ts';
import { changesSince } from './kept-run.ts';

interface ConcludedHere {
  readonly report: ComparisonReport;
  /** Where the HTML file is. */
  readonly page: string;
  readonly changes: RunChanges | null;
}

/** Writes the reports of a run, from what was written down of it alone. */
export async function concludeHere(
  directory: RunDirectory,
  dataset: OpenDataset,
  earlier: RunDirectory | null,
  { draw }: Drawing,
): Promise<ConcludedHere> {
  const report = await concluded(directory.evidence, dataset, recordedIn(directory.journal), priceList);
  const page = await writeReports(directory, report, dataset, draw);
  return { report, page, changes: earlier && (await changesSince(earlier, directory, dataset)) };
}

/** Tells the verdict on stdout; `more` stands beside it in the JSON document. */
export function tellConcluded({ report, page, changes }: ConcludedHere, json: boolean, more: object = {}): ExitCode {
  if (json) printJson({ ...reportJson(report, page), ...(changes && { against: changes }), ...more });
  else {
    comparisonText(report, page);
    if (changes) changesText(changes);
  }
  return report.conclusion.verdict.kind === 'ready' ? exitCode.fine : exitCode.needsAttention;
}
