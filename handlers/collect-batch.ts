import { collectedAnswers, jobFolder } from '../adapters/comparison/collected-answers.ts';
import { openDataset } from '../adapters/comparison/open-dataset.ts';
import { casesFile } from '../adapters/comparison/prepare-run.ts';
import { partFiles } from '../adapters/comparison/part-files.ts';
import { batchPart, partOf, runObjects } from '../adapters/comparison/run-objects.ts';
import type { Side } from '../domain/cases/recorded.ts';
import { isOver } from '../domain/comparison-runs.ts';
import { engineDeps } from './engine-deps.ts';
import type { EngineDeps, RunInput } from './engine-ports.ts';
import { inScratch } from './in-scratch.ts';
import { once } from './once.ts';
import { theRun } from './the-run.ts';

const built = once(engineDeps);

/** Called by Step Functions once both jobs of a run in batch are over; see state-machines/comparison.yml. */
export const handler = async (input: RunInput): Promise<{ readonly answers: number }> =>
  collectBatch(input, await built());

/** Cuts what both jobs wrote into the parts of the run, so that each part finds its own answers. */
export async function collectBatch({ runId }: RunInput, deps: EngineDeps): Promise<{ readonly answers: number }> {
  const { runs, objects, bucket } = deps;
  const run = await theRun(runId, runs);
  if (isOver(run)) return { answers: 0 };
  const mine = runObjects(objects, bucket, runId);

  return inScratch(async (folder) => {
    await mine.take('cases.jsonl', folder);
    const { cases } = await openDataset(casesFile(folder), null, run.dataset);
    const parts = partFiles(folder);
    const jobOf = (side: Side) => jobFolder(mine.keyOf(`batch/${side}/`), run.jobs?.[side]?.jobArn ?? '');
    const written = { bucket, folders: { current: jobOf('current'), candidate: jobOf('candidate') } };
    let answers = 0;
    for await (const { place, answer } of collectedAnswers(objects, written, cases, folder)) {
      answers += 1;
      await parts.add(partOf(place), `${JSON.stringify(answer)}\n`);
    }
    for (const { part, name } of await parts.whole()) await mine.keep(batchPart(part), folder, name);
    return { answers };
  });
}
