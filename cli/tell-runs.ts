import type { ComparisonRun } from '../domain/comparison-run.ts';
import { counted } from '../templates/text.ts';
import { colours } from './output.ts';

/** The comparisons that there are, and what they say. */
export function tellRuns(runs: readonly ComparisonRun[], tell: (line: string) => void): void {
  if (runs.length === 0) return;
  tell(
    `\n${colours.bold('Comparisons')} of models that leave with their replacements, over the teams' own cases: ${counted(runs.length, 'run')}.`,
  );
  for (const { current, candidate, status, summary } of runs)
    tell(colours.dim(`    ${current} with ${candidate}: ${summary ? summary.verdict.kind : status}`));
}
