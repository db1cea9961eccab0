import type { RunDirectory } from '../../adapters/comparison/run-directory.ts';
import { openRunDirectory, RunDirectoryError } from '../../adapters/comparison/run-directory.ts';
import type { RunEvidence } from '../../domain/cases/comparison-report.ts';
import { BadInputError } from '../exit.ts';

/** Begins the run that `--out` names, or goes on with it. Throws `BadInputError` where that cannot be. */
export function openedRun(out: string, evidence: RunEvidence, resume: boolean): RunDirectory {
  try {
    return openRunDirectory(out, evidence, resume);
  } catch (error) {
    if (error instanceof RunDirectoryError) throw new BadInputError(error.message, { cause: error });
    throw error;
  }
}
