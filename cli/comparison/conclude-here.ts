import type { OpenDataset } from '../../adapters/comparison/open-dataset.ts';
import type { RunDirectory } from '../../adapters/comparison/run-directory.ts';
import { recordedIn } from '../../adapters/comparison/run-journal.ts';
import { writeReports } from '../../adapters/comparison/write-reports.ts';
import { priceList } from '../../catalogue/price-list.ts';
import type { ComparisonReport } from '../../domain/cases/comparison-report.ts';
import { concluded } from '../../domain/cases/concluded.ts';
import type { RunChanges } from '../../domain/cases/run-changes.ts';
import { changesSince } from './kept-run.ts';

export interface ConcludedHere {
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
): Promise<ConcludedHere> {
  const report = await concluded(directory.evidence, dataset, recordedIn(directory.journal), priceList);
  const page = await writeReports(directory, report, dataset);
  return { report, page, changes: earlier && (await changesSince(earlier, directory, dataset)) };
}
