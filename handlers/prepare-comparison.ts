import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { bodiesIn } from '../adapters/cases/large-body.ts';
import { writeBatchRecords } from '../adapters/comparison/batch-records.ts';
import { byJob, checkF1Only } from '../adapters/scoring/bert-evaluation.ts';
import { failedCases, selectionFile } from '../adapters/comparison/failed-cases.ts';
import { casesFile, prepareRun } from '../adapters/comparison/prepare-run.ts';
import { runObjects } from '../adapters/comparison/run-objects.ts';
import { modelsOf, tryModels } from '../adapters/comparison/try-models.ts';
import { needsBertScore } from '../domain/cases/dataset.ts';
import type { ComparisonRun } from '../domain/comparison-run.ts';
import { runOfFailedCases } from '../domain/comparison-run.ts';
import { isOver } from '../domain/comparison-runs.ts';
import { noPrices } from '../domain/price-list.ts';
import { engineDeps } from './engine-deps.ts';
import type { EngineDeps, RunInput } from './engine-ports.ts';
import { filesOfDataset } from './files-of-dataset.ts';
import { inScratch } from './in-scratch.ts';
import { once } from './once.ts';
import { RunOverError } from './run-meter.ts';
import { refuseBatch } from './refuse-batch.ts';
import { beginProgress } from './tell-progress.ts';
import { theRun } from './the-run.ts';

/** What the state machine maps over: the manifest names the parts. */
export interface Prepared extends RunInput {
  readonly bucket: string;
  readonly manifest: string;
  readonly parts: number;
  readonly engine: 'batch' | 'onDemand';
}

const built = once(engineDeps);

/** Called by Step Functions at the start of a run; see state-machines/comparison.yml. */
export const handler = async (input: RunInput): Promise<Prepared> => prepareComparison(input, await built());

/** Cases are drawn once: a second attempt finds them, so that parts stay what they were. */
export async function prepareComparison({ runId }: RunInput, deps: EngineDeps): Promise<Prepared> {
  const run = await theRun(runId, deps.runs);
  if (isOver(run)) throw new RunOverError(`the run ${runId} is over: ${run.status}`);
  const { objects, bucket, catalogue, now, prices = noPrices } = deps;
  const mine = runObjects(objects, bucket, runId);

  return inScratch(async (folder) => {
    await mine.take('cases.jsonl', folder);
    await mine.take(selectionFile, folder);
    const files = () => filesOf(run, folder, deps);
    const knowledge = { prices, catalogue, now: now(), bodyAt: bodiesIn(objects) };
    const { dataset } = await prepareRun(run, files, folder, knowledge, byJob);
    if (needsBertScore(dataset)) await checkF1Only(dataset.read());
    if (run.engine === 'batch') {
      const input = await writeBatchRecords(dataset.read(), join(folder, 'records.jsonl'));
      await refuseBatch(run, input, deps);
      await mine.keep('batch/cases.jsonl', folder, 'records.jsonl');
    }
    const { ask, patience } = deps.modelsIn(run.region);
    await tryModels(modelsOf(run), dataset.read(), ask, patience);

    for (const name of ['cases.jsonl', 'run.json', selectionFile]) await mine.keep(name, folder);
    const { manifest, parts } = await mine.writeParts(casesFile(folder));
    await beginProgress(runId, dataset.cases.length * 2, deps);
    return { runId, bucket, manifest, parts, engine: run.engine ?? 'onDemand' };
  });
}

/** What an earlier run left in Sundial's own bucket, or the dataset where it lies. */
async function filesOf(run: ComparisonRun, folder: string, deps: EngineDeps): Promise<readonly string[]> {
  const { objects, bucket } = deps;
  const runId = runOfFailedCases(run.dataset);
  if (runId === null) return filesOfDataset(run.dataset, folder, deps);
  const earlier = join(folder, 'earlier');
  await mkdir(earlier);
  const theirs = runObjects(objects, bucket, runId);
  for (const name of ['run.json', 'cases.jsonl', 'calls.jsonl']) await theirs.take(name, earlier);
  return failedCases(earlier, folder, 1);
}
