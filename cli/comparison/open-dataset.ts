import { CaseFileError, CaseFileUnreadableError } from '../../adapters/cases/case-file-error.ts';
import { caseFileHash } from '../../adapters/cases/case-file-hash.ts';
import { readCases } from '../../adapters/cases/read-cases.ts';
import type { Case } from '../../domain/cases/case.ts';
import { BadInputError } from '../exit.ts';
import { note } from '../output.ts';
import type { Dataset } from './dataset.ts';
import { surveyDataset } from './dataset.ts';

/** A dataset that was read through once: its cases can be read again, one at a time. */
export interface OpenDataset extends Dataset {
  readonly read: () => AsyncIterable<Case>;
}

/** Reads a dataset through, so that a bad line is told before anything is asked. Throws `BadInputError` naming file, line and field. */
export async function openDataset(file: string, skipBad: boolean): Promise<OpenDataset> {
  const skipped: number[] = [];
  const terms = skipBad ? { skipped: ({ line }: { readonly line: number }) => void skipped.push(line) } : {};
  try {
    const survey = await surveyDataset(readCases(file, terms), await caseFileHash(file));
    if (skipped.length > 0) note(`sundial: ${file}: ${skipped.length} bad lines were skipped`);
    const embedded = survey.cases.find(({ checks }) => checks.includes('similarity'));
    if (embedded)
      throw new BadInputError(
        `--dataset ${file}: ${embedded.id} asks for similarity, which needs an embedding model: not here yet`,
      );
    if (survey.cases.length === 0) throw new BadInputError(`--dataset ${file}: holds no case`);
    const quietly = skipBad ? { skipped: () => undefined } : {};
    return { ...survey, read: () => readCases(file, quietly) };
  } catch (error) {
    if (error instanceof CaseFileError || error instanceof CaseFileUnreadableError)
      throw new BadInputError(error.message, { cause: error });
    throw error;
  }
}
