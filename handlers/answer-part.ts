import type { AskModel } from '../adapters/comparison/converse.ts';
import type { OpenDataset } from '../adapters/comparison/open-dataset.ts';
import type { Patience } from '../adapters/comparison/patient-asking.ts';
import { runComparison } from '../adapters/comparison/run-comparison.ts';
import type { RunDirectory } from '../adapters/comparison/run-directory.ts';
import type { Embed } from '../adapters/scoring/check-answer.ts';
import type { ComparisonRun } from '../domain/comparison-run.ts';
import type { TellingDeps } from './comparison-ports.ts';
import { runMeter } from './run-meter.ts';

/** What asks the models. */
export interface Models {
  readonly ask: AskModel;
  /** How the judge is asked, where it is another way. */
  readonly askJudge?: AskModel;
  /** For checks of similarity. */
  readonly embed: Embed;
  readonly patience: Omit<Patience, 'random'>;
  /** Calls under way at once. */
  readonly concurrency: number;
}

interface Part {
  /** The same for the same cases of the run. */
  readonly name: string;
  readonly directory: Pick<RunDirectory, 'evidence' | 'journal'>;
  readonly dataset: Pick<OpenDataset, 'read'>;
  /** Keeps what was written down where the next attempt at the part finds it; called now and then, and at the end. */
  readonly keep?: () => Promise<void>;
}

/**
 * Asks both models the cases of one part of a run, and tells how far it is. What was written down before is not asked again. Throws
 * `RunOverError` where the run was cancelled meanwhile, `BudgetSpentError` where it has cost what it may.
 */
export async function answerPart(
  run: ComparisonRun,
  { name, directory, dataset, keep = () => Promise.resolve() }: Part,
  { ask, askJudge, embed, patience, concurrency }: Models,
  stop: AbortController,
  deps: TellingDeps,
): Promise<void> {
  const meter = runMeter(run, { name, keep }, stop, deps);
  await runComparison({
    directory,
    dataset,
    concurrency,
    ask,
    askJudge,
    embed,
    patience,
    signal: stop.signal,
    frozen: null,
    found: (record) => meter.found(record),
    took: (record) => meter.took(record),
  });
  await meter.end();
}
