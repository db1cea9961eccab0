import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { keptRuns } from '../../adapters/comparison/kept-runs.ts';
import { plainWords } from '../../templates/markup.ts';
import { comparedModels } from '../../templates/words-compared-models.ts';
import type { ExitCode } from '../exit.ts';
import { BadInputError, exitCode } from '../exit.ts';
import { printJson, say } from '../output.ts';
import { textTable } from '../text-table.ts';
import { grouped } from '../grouped.ts';

/** Lists the comparisons that are kept in a folder. */
export function runs(folder: string, { json }: { readonly json?: boolean }): ExitCode {
  if (!existsSync(folder)) throw new BadInputError(`${folder}: no such folder`);
  const found = keptRuns(resolve(folder));
  if (json) printJson({ runs: found });
  else if (found.length === 0) say(`No comparison is kept in ${folder}.`);
  else
    for (const line of textTable(
      found.map(({ startedAt, verdict, cases, path, runId, ...models }) => [
        startedAt.slice(0, 16).replace('T', ' '),
        verdict ?? 'not ended',
        cases === null ? '' : `${grouped(cases)} cases`,
        comparedModels(models, plainWords).join(' → '),
        runId,
        path,
      ]),
    ))
      say(line);
  return exitCode.fine;
}
