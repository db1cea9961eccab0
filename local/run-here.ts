import { prepareRun } from '../adapters/comparison/prepare-run.ts';
import { concludeDirectory } from '../adapters/comparison/conclude-directory.ts';
import type { OpenDataset } from '../adapters/comparison/open-dataset.ts';
import type { RunDirectory } from '../adapters/comparison/run-directory.ts';
import { modelsOf, tryModels } from '../adapters/comparison/try-models.ts';
import { tellBertScores } from '../adapters/comparison/tell-bert-scores.ts';
import type { MeasureBertScores } from '../adapters/scoring/bert-scores.ts';
import { needsBertScore } from '../domain/cases/dataset.ts';
import type { ComparisonRun } from '../domain/comparison-run.ts';
import { noPrices } from '../domain/price-list.ts';
import type { Models } from '../handlers/answer-part.ts';
import { answerPart } from '../handlers/answer-part.ts';
import type { ComparisonDeps } from '../handlers/comparison-ports.ts';
import { concludeRun } from '../handlers/conclude-run.ts';
import { reasonOf } from '../handlers/reason.ts';
import { RunOverError } from '../handlers/run-meter.ts';
import { BatchRefusedError } from '../handlers/refuse-batch.ts';
import { beginProgress } from '../handlers/tell-progress.ts';

export interface Bench {
  readonly models: Models;
  /** Shows the simulated models what they will be asked. */
  readonly learn: (dataset: OpenDataset) => Promise<void>;
  readonly bertScore: { readonly by: string; readonly measure: MeasureBertScores };
  readonly files: () => Promise<readonly string[]>;
  /** What is simulated or assumed, a sentence each. */
  readonly notes: readonly string[];
  /** Where people will find the report. */
  readonly address: string | null;
}

/** This process ends; the run goes on when the next begins. */
export class PausedError extends Error {
  override readonly name = 'PausedError';
}

/**
 * A run from its cases to its end, in this process: what AWS does in a state machine, by the same code. One that is over already is
 * only told of, where somebody has still to hear of it.
 */
export async function runHere(
  run: ComparisonRun,
  path: string,
  bench: Bench,
  stop: AbortController,
  deps: ComparisonDeps,
): Promise<void> {
  const { runId, status } = run;
  const prices = deps.prices ?? noPrices;
  try {
    if (status === 'cancelled' || status === 'failed') {
      await concludeRun(runId, { kind: 'failed', reason: run.reason ?? '' }, deps);
      return;
    }
    if (run.engine === 'batch') throw new BatchRefusedError(onlyOnAws);
    const knowledge = { prices, catalogue: deps.catalogue, now: deps.now() };
    const { directory, dataset } = await prepareRun(run, bench.files, path, knowledge, bench.bertScore.by);
    if (status !== 'concluded') await answerAll(run, { name: 'all', directory, dataset }, bench, stop, deps);
    if (needsBertScore(dataset)) await tellBertScores(directory.journal, dataset, bench.bertScore.measure);
    const terms = { prices, now: deps.now(), notes: bench.notes, address: bench.address };
    const end = await concludeDirectory(directory, dataset, terms);
    await concludeRun(runId, { kind: 'concluded', ...end }, deps);
  } catch (fault) {
    if (fault instanceof RunOverError || fault instanceof PausedError) return;
    await concludeRun(runId, { kind: 'failed', reason: reasonOf(fault).reason }, deps);
  }
}

const onlyOnAws =
  'Batch inference needs Sundial on AWS. Nothing was asked. The same request without `engine: batch` asks on demand.';

async function answerAll(
  run: ComparisonRun,
  part: { readonly name: string; readonly directory: RunDirectory; readonly dataset: OpenDataset },
  { learn, models }: Bench,
  stop: AbortController,
  deps: ComparisonDeps,
): Promise<void> {
  const { dataset } = part;
  await learn(dataset);
  await tryModels(modelsOf(run), dataset.read(), models.ask, models.patience);
  stop.signal.throwIfAborted();
  const begun = await beginProgress(run.runId, dataset.cases.length * 2, deps);
  await answerPart(begun, part, models, stop, deps);
}
