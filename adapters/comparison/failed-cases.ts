import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { collected } from '../../domain/cases/collected.ts';
import type { FailedSelection } from '../../domain/cases/failed-selection.ts';
import { failedSelection } from '../../domain/cases/failed-selection.ts';
import { writeCases } from '../cases/write-cases.ts';
import { DatasetError, openDataset } from './open-dataset.ts';
import { readRunDirectory } from './run-directory.ts';
import { recordedIn } from './run-journal.ts';
import { selectedDataset } from './selected-dataset.ts';

/** Cases beside those that failed, to see that they still pass. */
const guard = 20;

/** What a folder keeps of how its cases were chosen. */
export const selectionFile = 'selection.json';

/** Writes the cases that failed in an earlier run, and a guard, into the folder of a new one. Throws `DatasetError` where none failed. */
export async function failedCases(earlier: string, folder: string, seed: number): Promise<readonly string[]> {
  const { evidence, journal } = readRunDirectory(earlier);
  const dataset = await openDataset(join(earlier, 'cases.jsonl'), null, `run ${evidence.runId}`);
  const gathered = collected();
  for await (const record of recordedIn(journal)) gathered.add(record);
  const outcomes = gathered.outcomes(dataset.cases, evidence.repeats);
  const selection = failedSelection(evidence.runId, outcomes, guard, seed);
  if (selection.failed === 0) throw new DatasetError(`run ${evidence.runId}: no case failed there`);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'source.jsonl');
  await writeCases(file, selectedDataset(dataset, selection.caseIds).read());
  writeFileSync(join(folder, selectionFile), JSON.stringify(selection));
  return [file];
}

/** How the cases of a run were chosen by an earlier one; `null` where they were not. */
export function selectionIn(folder: string): FailedSelection | null {
  const file = join(folder, selectionFile);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as FailedSelection) : null;
}
