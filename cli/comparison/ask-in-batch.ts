import { createWriteStream, existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { batchAnswers } from '../../adapters/comparison/batch-answers.ts';
import type { BatchClients } from '../../adapters/comparison/batch-clients.ts';
import { collectedAnswers, jobFolder } from '../../adapters/comparison/collected-answers.ts';
import type { AskModel } from '../../adapters/comparison/converse.ts';
import type { OpenDataset } from '../../adapters/comparison/open-dataset.ts';
import type { RunDirectory } from '../../adapters/comparison/run-directory.ts';
import type { Side } from '../../domain/cases/recorded.ts';
import { note } from '../output.ts';
import { batchClientsIn } from './batch-clients-in.ts';
import type { BatchPlace } from './batch-options.ts';
import type { BatchJobs } from './begin-batch.ts';
import { beginBatch, sideFolder } from './begin-batch.ts';
import { waitForBatch } from './wait-for-batch.ts';

/**
 * Has both models answer in batch, and answers cases from what they wrote. It lies in the folder of the run in the end, so that a run which
 * goes on later asks Bedrock no more. Interrupted while it waits, it says how to go on and ends the process: the jobs go on.
 */
export async function askInBatch(
  directory: RunDirectory,
  dataset: OpenDataset,
  place: BatchPlace,
  poll: number,
): Promise<AskModel> {
  const file = join(directory.path, 'batch.jsonl');
  if (!existsSync(file)) {
    const clients = await batchClientsIn(directory.evidence.region, place.role);
    const jobs = await endedJobs(directory, dataset, place, poll, clients);
    await collect(directory, dataset, place, jobs, clients, file);
  }
  return batchAnswers(file, directory.evidence);
}

async function endedJobs(
  directory: RunDirectory,
  dataset: OpenDataset,
  place: BatchPlace,
  poll: number,
  clients: BatchClients,
): Promise<BatchJobs> {
  const interrupted = new AbortController();
  const hear = () => {
    interrupted.abort();
  };
  process.once('SIGINT', hear);
  try {
    const jobs = await beginBatch(directory, dataset, place, clients);
    note(`sundial: two jobs in batch, ${jobs.current} and ${jobs.candidate}; they may take hours`);
    if (await waitForBatch(jobs, clients, poll, interrupted.signal)) return jobs;
  } finally {
    process.removeListener('SIGINT', hear);
  }
  note(
    'sundial: interrupted. Both jobs go on, and cost: the same command with --resume waits on and concludes, with --batch-stop it stops them',
  );
  process.kill(process.pid, 'SIGINT');
  throw new InterruptedError('interrupted');
}

/** Somebody ended the command; the process ends by the same signal. */
class InterruptedError extends Error {
  override readonly name = 'InterruptedError';
}

/** Brings what both jobs wrote into the folder of the run: whole, or not at all. */
async function collect(
  { path, evidence }: RunDirectory,
  { cases }: OpenDataset,
  place: BatchPlace,
  jobs: BatchJobs,
  { objects }: BatchClients,
  file: string,
): Promise<void> {
  const folderOf = (side: Side) => jobFolder(sideFolder(place, evidence.runId, side), jobs[side]);
  const folders = { current: folderOf('current'), candidate: folderOf('candidate') };
  const scratch = await mkdtemp(join(path, 'batch-'));
  let count = 0;
  async function* lines() {
    for await (const { answer } of collectedAnswers(objects, { bucket: place.bucket, folders }, cases, scratch)) {
      count += 1;
      yield `${JSON.stringify(answer)}\n`;
    }
  }
  try {
    await pipeline(lines(), createWriteStream(join(scratch, 'all.jsonl')));
    if (count === 0)
      throw new Error(
        `the jobs ended and wrote nothing below s3://${place.bucket}/${folders.current}; --resume looks again`,
      );
    await rename(join(scratch, 'all.jsonl'), file);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
