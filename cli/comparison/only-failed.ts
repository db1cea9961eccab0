import type { OpenDataset } from '../../adapters/comparison/open-dataset.ts';
import { recordedIn } from '../../adapters/comparison/run-journal.ts';
import { selectedDataset } from '../../adapters/comparison/selected-dataset.ts';
import { collected } from '../../domain/cases/collected.ts';
import type { FailedSelection } from '../../domain/cases/failed-selection.ts';
import { failedSelection } from '../../domain/cases/failed-selection.ts';
import { BadInputError } from '../exit.ts';
import { checkSameCases, keptRun } from './kept-run.ts';

interface Selected {
  readonly dataset: OpenDataset;
  readonly selection: FailedSelection | null;
}

/** The cases that failed in an earlier run and a guard, where `--only-failed` names one; else all. Throws `BadInputError`. */
export async function onlyFailed(
  run: string | undefined,
  whole: OpenDataset,
  guard: number,
  seed: number,
): Promise<Selected> {
  if (run === undefined) return { dataset: whole, selection: null };
  const { evidence, journal, ...rest } = keptRun('--only-failed', run);
  checkSameCases({ evidence, journal, ...rest }, whole.sha256, '--only-failed');
  const gathered = collected();
  for await (const record of recordedIn(journal)) gathered.add(record);
  const chosen = new Set(evidence.selection?.caseIds ?? whole.cases.map(({ id }) => id));
  const cases = whole.cases.filter(({ id }) => chosen.has(id));
  const selection = failedSelection(evidence.runId, gathered.outcomes(cases, evidence.repeats), guard, seed);
  if (selection.failed === 0) throw new BadInputError(`--only-failed ${run}: no case failed there`);
  return { dataset: selectedDataset(whole, selection.caseIds), selection };
}
