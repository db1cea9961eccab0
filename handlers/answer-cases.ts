import { join } from 'node:path';
import { batchAnswers } from '../adapters/comparison/batch-answers.ts';
import { openDataset } from '../adapters/comparison/open-dataset.ts';
import { casesFile } from '../adapters/comparison/prepare-run.ts';
import { readRunDirectory } from '../adapters/comparison/run-directory.ts';
import { OutOfReachError } from '../adapters/comparison/give-up-early.ts';
import { answersPart, batchPart, casesPart, runObjects } from '../adapters/comparison/run-objects.ts';
import { EmbeddingError } from '../adapters/scoring/embed-by.ts';
import type { ComparisonRun } from '../domain/comparison-run.ts';
import { isOver } from '../domain/comparison-runs.ts';
import type { Models } from './answer-part.ts';
import { answerPart } from './answer-part.ts';
import { concludeRun } from './conclude-run.ts';
import { engineDeps } from './engine-deps.ts';
import type { EngineDeps, RunInput } from './engine-ports.ts';
import { inScratch } from './in-scratch.ts';
import { once } from './once.ts';
import { BudgetSpentError, RunOverError } from './run-meter.ts';
import { theRun } from './the-run.ts';

/** What the state machine passes for each part of a run's cases. */
export interface PartInput extends RunInput {
  readonly part: string;
}

/** `over` where the run ended meanwhile, so that nothing more was asked. */
export interface PartAnswered {
  readonly part: string;
  readonly over: boolean;
}

const built = once(engineDeps);

/** Called by Step Functions for each part of a run's cases; see state-machines/comparison.yml. */
export const handler = async (input: PartInput): Promise<PartAnswered> => answerCases(input, await built());

/** Asks both models the cases of a part. What an earlier attempt kept is not asked again, and each call is counted once. */
export async function answerCases({ runId, part }: PartInput, deps: EngineDeps): Promise<PartAnswered> {
  const run = await theRun(runId, deps.runs);
  if (isOver(run)) return { part, over: true };
  const mine = runObjects(deps.objects, deps.bucket, runId);

  return inScratch(async (folder) => {
    await mine.take('run.json', folder);
    await mine.take(casesPart(part), folder, 'cases.jsonl');
    await mine.take(answersPart(part), folder, 'calls.jsonl');
    if (run.engine === 'batch') await mine.take(batchPart(part), folder, 'batch.jsonl');
    const directory = readRunDirectory(folder);
    const dataset = await openDataset(casesFile(folder), null, join(runId, part));
    const keep = () => mine.keep(answersPart(part), folder, 'calls.jsonl');
    const asking = { name: part, directory, dataset, keep };
    try {
      await answerPart(run, asking, await modelsFor(run, folder, deps), new AbortController(), deps);
      return { part, over: false };
    } catch (fault) {
      if (fault instanceof RunOverError) return { part, over: true };
      const reason = reasonToEnd(fault, run);
      if (reason === null) throw fault;
      await concludeRun(runId, { kind: 'failed', reason }, deps);
      return { part, over: true };
    }
  });
}

/** Of a run in batch, cases are answered from what the jobs wrote; only the judge is asked. */
async function modelsFor(run: ComparisonRun, folder: string, { modelsIn }: EngineDeps): Promise<Models> {
  const models = modelsIn(run.region);
  if (run.engine !== 'batch') return models;
  return { ...models, ask: await batchAnswers(join(folder, 'batch.jsonl'), run), askJudge: models.ask };
}

/** What no other part would fare better with; `null` for what may pass. */
function reasonToEnd(fault: unknown, { current }: ComparisonRun): string | null {
  if (fault instanceof BudgetSpentError || fault instanceof EmbeddingError) return fault.message;
  return fault instanceof OutOfReachError ? `${current} answers nobody here any more: ${fault.message}` : null;
}
