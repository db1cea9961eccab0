import { existsSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import type { OpenDataset } from '../../adapters/comparison/open-dataset.ts';
import type { RunDirectory } from '../../adapters/comparison/run-directory.ts';
import { readRunDirectory, RunDirectoryError } from '../../adapters/comparison/run-directory.ts';
import { recordedIn } from '../../adapters/comparison/run-journal.ts';
import { selectedDataset } from '../../adapters/comparison/selected-dataset.ts';
import type { RunChanges } from '../../domain/cases/run-changes.ts';
import { runChanges } from '../../domain/cases/run-changes.ts';
import { BadInputError } from '../exit.ts';
import { namedDataset } from './named-dataset.ts';

/** The run in a folder. Throws `BadInputError` where there is none. */
export function keptRun(option: string, folder: string): RunDirectory {
  try {
    return readRunDirectory(resolve(folder));
  } catch (error) {
    if (error instanceof RunDirectoryError) throw new BadInputError(`${option} ${error.message}`, { cause: error });
    throw error;
  }
}

/** The very cases of a run: where it was told, in its folder, or where `--dataset` says now. Throws `BadInputError` where they are not there. */
export async function casesOfRun({ path, evidence }: RunDirectory, named: string | undefined): Promise<OpenDataset> {
  const { file, sha256 } = evidence.dataset;
  const places = [file, ...(isAbsolute(file) ? [] : [join(path, '..', file)]), join(path, 'cases.jsonl')];
  const found = named ?? places.find((place) => existsSync(place));
  if (found === undefined)
    throw new BadInputError(`the cases of the run are not at ${file} any more: say by --dataset where they are`);
  const dataset = await namedDataset(found, true);
  if (dataset.sha256 !== sha256)
    throw new BadInputError(
      `${found}: expected the cases of the run ${evidence.runId} (SHA-256 ${sha256}), got others`,
    );
  return evidence.selection ? selectedDataset(dataset, evidence.selection.caseIds) : dataset;
}

/** Throws `BadInputError` where the earlier run was of other cases: what differs then may be the cases. */
export function checkSameCases(earlier: RunDirectory, sha256: string, option = '--against'): void {
  if (earlier.evidence.dataset.sha256 !== sha256)
    throw new BadInputError(`${option} ${earlier.path}: was a run of other cases (${earlier.evidence.dataset.file})`);
}

export function changesSince(earlier: RunDirectory, later: RunDirectory, dataset: OpenDataset): Promise<RunChanges> {
  const of = ({ evidence, journal }: RunDirectory) => ({ evidence, records: recordedIn(journal) });
  return runChanges(of(earlier), of(later), dataset.cases, later.evidence.policy);
}
