import type { ComparisonRun } from '../domain/comparison-run.ts';
import { plainWords } from '../templates/markup.ts';
import { counted } from '../templates/text.ts';
import { comparedModels } from '../templates/words-compared-models.ts';
import { colours } from './output.ts';

/** The comparisons that there are, and what they say. */
export function tellRuns(runs: readonly ComparisonRun[], tell: (line: string) => void): void {
  if (runs.length === 0) return;
  tell(
    `\n${colours.bold('Comparisons')} of models that leave with their replacements, over the teams' own cases: ${counted(runs.length, 'run')}.`,
  );
  for (const run of runs) {
    const [current, candidate] = comparedModels(run, plainWords);
    tell(colours.dim(`    ${current} with ${candidate}: ${run.summary ? run.summary.verdict.kind : run.status}`));
  }
}
