import { setTimeout as pause } from 'node:timers/promises';
import type { BatchClients } from '../../adapters/comparison/batch-clients.ts';
import type { BatchJobState } from '../../domain/cases/batch-job.ts';
import { batchEnd } from '../../domain/cases/batch-job.ts';
import type { Side } from '../../domain/cases/recorded.ts';
import type { BatchJobs } from './begin-batch.ts';
import { grouped } from '../grouped.ts';

/** A job ended without answers; the message says why. */
class BatchFailedError extends Error {
  override readonly name = 'BatchFailedError';
}

const sides = ['current', 'candidate'] as const;

/** Waits until both jobs are over. Throws where one of them failed, and stops the other; `false` where the signal came first. */
export async function waitForBatch(
  jobs: BatchJobs,
  { batch }: Pick<BatchClients, 'batch'>,
  milliseconds: number,
  signal: AbortSignal,
): Promise<boolean> {
  const told = progress();
  try {
    while (!signal.aborted) {
      const states = await statesOf(jobs, batch);
      told.tell(sides.map((side) => `${side} model ${stateWords(states[side])}`).join(', '));
      const ends = sides.map((side) => batchEnd(side, states[side]));
      const failed = ends.find((end) => end?.kind === 'failed');
      if (failed?.kind === 'failed') {
        for (const side of sides) if (batchEnd(side, states[side]) === null) await batch.stop(jobs[side]);
        throw new BatchFailedError(`${failed.reason} The other is stopped. Another --out begins anew.`);
      }
      if (ends.every((end) => end !== null)) return true;
      await pause(milliseconds, undefined, { signal }).catch(() => undefined);
    }
    return false;
  } finally {
    told.end();
  }
}

async function statesOf(jobs: BatchJobs, batch: BatchClients['batch']): Promise<Readonly<Record<Side, BatchJobState>>> {
  try {
    const [current, candidate] = await Promise.all([batch.state(jobs.current), batch.state(jobs.candidate)]);
    return { current, candidate };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${why}. Both jobs go on; the same command with --resume waits on`, { cause });
  }
}

function stateWords({ status, records }: BatchJobState): string {
  return records ? `${status}, ${grouped(records.done)} of ${grouped(records.of)} cases` : status;
}

/** On stderr: one line on a terminal, a line for each change elsewhere. */
function progress() {
  const { stderr } = process;
  let shown = '';
  return {
    tell(words: string): void {
      if (words === shown) return;
      shown = words;
      stderr.write(stderr.isTTY ? `\r\u001B[2KIn batch: ${words}` : `In batch: ${words}\n`);
    },
    end(): void {
      if (stderr.isTTY && shown !== '') stderr.write('\r\u001B[2K');
    },
  };
}
