import type { Patience } from '../patience.ts';
import { patientWith } from '../patience.ts';
import { githubFailure, githubOutlook } from './github-error.ts';

/** Calls of GitHub, each with patience; a fault names the repository or the issue it was about. */
export function githubCalls(patience: Patience) {
  return patientWith(patience, githubOutlook, (where: string) => (fault): never => {
    throw githubFailure(where, fault);
  });
}
