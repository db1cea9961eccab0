import { CaseFileError, CaseFileUnreadableError } from '../../adapters/cases/case-file-error.ts';
import type { OpenDataset } from '../../adapters/comparison/open-dataset.ts';
import { DatasetError, openDataset } from '../../adapters/comparison/open-dataset.ts';
import type { Case } from '../../domain/cases/case.ts';
import { counting } from '../../domain/cases/case-survey.ts';
import { BadInputError } from '../exit.ts';
import { note } from '../output.ts';
import { noteDropped } from './note-dropped.ts';

/** The dataset that `--dataset` names; `seen` is shown each case. Throws `BadInputError` naming file, line and field. */
export async function namedDataset(file: string, skipBad: boolean, seen?: (kase: Case) => void): Promise<OpenDataset> {
  let skipped = 0;
  const dropped = counting();
  try {
    const dataset = await openDataset(file, skipBad ? () => void (skipped += 1) : null, file, seen, (reason) =>
      dropped.add(reason),
    );
    if (skipped > 0) note(`sundial: ${file}: ${skipped} bad lines were skipped`);
    noteDropped(file, dropped.counts());
    return dataset;
  } catch (error) {
    if (error instanceof DatasetError) throw new BadInputError(`--dataset ${error.message}`, { cause: error });
    if (error instanceof CaseFileError || error instanceof CaseFileUnreadableError)
      throw new BadInputError(error.message, { cause: error });
    throw error;
  }
}
