import { readFile } from 'node:fs/promises';
import type { DateTime } from 'luxon';
import { concluded } from '../../domain/cases/concluded.ts';
import { comparisonSummary } from '../../domain/comparison-summary.ts';
import type { ComparisonSummary } from '../../domain/comparison-run.ts';
import type { PriceList } from '../../domain/price-list.ts';
import { chartPicture } from '../../templates/report/chart-picture.ts';
import { verdictHeadline } from '../../templates/report/words-verdict.ts';
import type { OpenDataset } from './open-dataset.ts';
import type { RunDirectory } from './run-directory.ts';
import { recordedIn } from './run-journal.ts';
import { writeReports } from './write-reports.ts';

interface ConcludeTerms {
  readonly prices: PriceList;
  readonly now: DateTime;
  /** What was simulated or assumed, a sentence each. */
  readonly notes: readonly string[];
  /** Where people will find the report; `null` where nobody can open it. */
  readonly address: string | null;
}

/** Writes the report of a run beside what it is made from, and answers with what threads and tickets tell of it. */
export async function concludeDirectory(
  directory: RunDirectory,
  dataset: OpenDataset,
  { prices, now, notes, address }: ConcludeTerms,
): Promise<{
  readonly summary: ComparisonSummary;
  readonly chart: {
    readonly name: string;
    readonly bytes: Uint8Array;
    readonly title: string;
    readonly altText: string;
  };
}> {
  const report = await concluded(directory.evidence, dataset, recordedIn(directory.journal), prices, notes, true);
  await writeReports(directory, report, dataset);
  return {
    summary: comparisonSummary(report, address, now),
    chart: {
      name: `${directory.evidence.runId}.png`,
      bytes: await readFile(directory.report('png')),
      title: verdictHeadline(report),
      altText: chartPicture(report).altText,
    },
  };
}
