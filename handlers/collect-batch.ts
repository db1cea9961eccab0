import { collectedAnswers, jobFolder } from '../adapters/comparison/collected-answers.ts';
import { openDataset } from '../adapters/comparison/open-dataset.ts';
import { casesFile } from '../adapters/comparison/prepare-run.ts';
import { batchPart, partOf, runObjects } from '../adapters/comparison/run-objects.ts';
import type { Side } from '../domain/cases/recorded.ts';
import { isOver } from '../domain/comparison-runs.ts';
import { engineDeps } from './engine-deps.ts';
import type { EngineDeps, RunInput } from './engine-ports.ts';
import { inScratch } from './in-scratch.ts';
import { once } from './once.ts';

const built = once(engineDeps);

/** Called by Step Functions once both jobs of a run in batch are over; see state-machines/comparison.yml. */
export const handler = async (input: RunInput): Promise<{ readonly answers: number }> =>
  collectBatch(input, await built());

/** Cuts what both jobs wrote into the parts of the run, so that each part finds its own answers. */
export async function collectBatch({ runId }: RunInput, deps: EngineDeps): Promise<{ readonly answers: number }> {
  const { runs, objects, bucket } = deps;
  const run = await runs.run(runId);
  if (!run) throw new Error(`there is no run ${runId}`);
  if (isOver(run)) return { answers: 0 };
  const mine = runObjects(objects, bucket, runId);

  return inScratch(async (folder) => {
    await mine.take('cases.jsonl', folder);
    const { cases } = await openDataset(casesFile(folder), null, run.dataset);
    const parts = new Map<string, string[]>();
    const jobOf = (side: Side) => jobFolder(mine.keyOf(`batch/${side}/`), run.jobs?.[side]?.jobArn ?? '');
    const written = { bucket, folders: { current: jobOf('current'), candidate: jobOf('candidate') } };
    for await (const { place, answer } of collectedAnswers(objects, written, cases, folder)) {
      const part = partOf(place);
      const lines = parts.get(part) ?? [];
      parts.set(part, lines);
      lines.push(JSON.stringify(answer));
    }
    for (const [part, lines] of parts) await mine.write(batchPart(part), `${lines.join('\n')}\n`);
    return { answers: [...parts.values()].reduce((sum, { length }) => sum + length, 0) };
  });
}
