import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { keptRuns } from '../../adapters/comparison/kept-runs.ts';
import type { ExitCode } from '../exit.ts';
import { BadInputError, exitCode } from '../exit.ts';
import { printJson, say } from '../output.ts';
import { textTable } from '../text-table.ts';

/** Lists the comparisons that are kept in a folder. */
export function runs(folder: string, { json }: { readonly json?: boolean }): ExitCode {
  if (!existsSync(folder)) throw new BadInputError(`${folder}: no such folder`);
  const found = keptRuns(resolve(folder));
  if (json) printJson({ runs: found });
  else if (found.length === 0) say(`No comparison is kept in ${folder}.`);
  else
    for (const line of textTable(
      found.map(({ startedAt, verdict, cases, current, candidate, path, runId }) => [
        startedAt.slice(0, 16).replace('T', ' '),
        verdict ?? 'not ended',
        cases === null ? '' : `${cases.toLocaleString('en-GB')} cases`,
        `${current} → ${candidate}`,
        runId,
        path,
      ]),
    ))
      say(line);
  return exitCode.fine;
}
