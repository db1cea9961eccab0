import { writeFile } from 'node:fs/promises';
import { concludeDirectory } from '../adapters/comparison/conclude-directory.ts';
import { openDataset } from '../adapters/comparison/open-dataset.ts';
import { casesFile } from '../adapters/comparison/prepare-run.ts';
import { readRunDirectory } from '../adapters/comparison/run-directory.ts';
import { runObjects } from '../adapters/comparison/run-objects.ts';
import { pendingPairs, tellBertScores } from '../adapters/comparison/tell-bert-scores.ts';
import { evaluationName } from '../adapters/scoring/bert-evaluation.ts';
import { needsBertScore } from '../domain/cases/dataset.ts';
import type { ComparisonRun } from '../domain/comparison-run.ts';
import { noPrices } from '../domain/price-list.ts';
import { concludeRun } from './conclude-run.ts';
import { engineDeps } from './engine-deps.ts';
import type { EngineDeps, RunInput } from './engine-ports.ts';
import { inScratch } from './in-scratch.ts';
import { once } from './once.ts';
import { theRun } from './the-run.ts';

export interface RunConcluded extends RunInput {
  /** `measuring` until Bedrock has measured BERTScore: then it is called again. */
  readonly status: ComparisonRun['status'] | 'measuring';
  readonly verdict: string | null;
}

const built = once(engineDeps);

/** Called by Step Functions once every part had its turn; see state-machines/comparison.yml. */
export const handler = async (input: RunInput): Promise<RunConcluded> => concludeComparison(input, await built());

const reports = ['report.html', 'report.md', 'report.json', 'report.csv', 'report.png', 'calls.jsonl'];

/** Makes the verdict and its report of what the parts wrote down, and tells everybody. A run that was cancelled stays so. */
export async function concludeComparison({ runId }: RunInput, deps: EngineDeps): Promise<RunConcluded> {
  const run = await theRun(runId, deps.runs);
  if (run.status === 'cancelled' || run.status === 'failed') return { runId, status: run.status, verdict: null };
  const { objects, bucket, addressOf, now, prices = noPrices } = deps;
  const mine = runObjects(objects, bucket, runId);

  return inScratch(async (folder) => {
    for (const name of ['run.json', 'cases.jsonl']) await mine.take(name, folder);
    const directory = readRunDirectory(folder);
    await writeFile(directory.journal, mine.answers());
    const dataset = await openDataset(casesFile(folder), null, run.dataset);
    if (needsBertScore(dataset)) {
      const pairs = await pendingPairs(directory.journal, dataset);
      const evaluated = await deps.bertScores(evaluationName(runId), pairs);
      if (evaluated.kind === 'running') return { runId, status: 'measuring', verdict: null };
      await tellBertScores(directory.journal, dataset, evaluated.measure);
    }
    const address = addressOf(bucket, mine.keyOf('report.html'));
    const end = await concludeDirectory(directory, dataset, { prices, now: now(), notes: [], address });
    for (const name of reports) await mine.keep(name, folder);
    const { status, summary } = await concludeRun(runId, { kind: 'concluded', ...end }, deps);
    return { runId, status, verdict: summary?.verdict.kind ?? null };
  });
}
