import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { OpenDataset } from '../../adapters/comparison/open-dataset.ts';
import type { RunDirectory } from '../../adapters/comparison/run-directory.ts';
import { readRunDirectory } from '../../adapters/comparison/run-directory.ts';
import { mendRunJournal } from '../../adapters/comparison/run-journal.ts';
import { selectedDataset } from '../../adapters/comparison/selected-dataset.ts';
import { concludeHere } from './conclude-here.ts';

/** Code becomes fast by being run; more times or more cases gain little. A run that is over within the pause, in milliseconds, goes without. */
const [times, most, pause] = [4, 2_000, 400];

/**
 * Makes the reports of the first cases, as far as they are answered, and throws them away: the code that makes reports is four times as fast
 * when it has run before. It ends when `over` does.
 */
export async function rehearse(run: RunDirectory, dataset: OpenDataset, over: Promise<unknown>): Promise<void> {
  const first = dataset.cases.slice(0, most).map(({ id }) => id);
  const isOver = over.then(() => true);
  for (let time = 0; time < times; time += 1) {
    if (await Promise.race([isOver, setTimeout(pause, false)])) return;
    const folder = await mkdtemp(join(tmpdir(), 'sundial-rehearsal-'));
    try {
      await copyFile(join(run.path, 'run.json'), join(folder, 'run.json'));
      await copyFile(run.journal, join(folder, 'calls.jsonl'));
      const part = readRunDirectory(folder);
      await mendRunJournal(part.journal);
      await concludeHere(part, selectedDataset(dataset, first), null);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}
