import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BatchClients } from '../../adapters/comparison/batch-clients.ts';
import { BatchInferenceError } from '../../adapters/comparison/batch-inference-error.ts';
import { writeBatchRecords } from '../../adapters/comparison/batch-records.ts';
import type { OpenDataset } from '../../adapters/comparison/open-dataset.ts';
import type { RunDirectory } from '../../adapters/comparison/run-directory.ts';
import { batchJobName } from '../../domain/cases/batch-job.ts';
import type { Side } from '../../domain/cases/recorded.ts';
import { BadInputError } from '../exit.ts';
import type { BatchPlace } from './batch-options.ts';
import { batchPlaceFile } from './batch-options.ts';

/** The ARN of each model's job. */
export type BatchJobs = Readonly<Record<Side, string>>;

/**
 * Begins a job for each model of a run, or finds it begun: jobs are named for their run. The place is written down before the first one is
 * begun, so that a run which was killed at any moment finds its own again.
 */
export async function beginBatch(
  { path, evidence }: RunDirectory,
  dataset: OpenDataset,
  place: BatchPlace,
  { batch, objects }: BatchClients,
): Promise<BatchJobs> {
  const { runId } = evidence;
  const { bucket } = place;
  const cases = `${runFolder(place, runId)}cases.jsonl`;
  if (!existsSync(batchPlaceFile(path))) {
    await upload();
    writeFileSync(`${batchPlaceFile(path)}.part`, `${JSON.stringify(place, null, 2)}\n`);
    renameSync(`${batchPlaceFile(path)}.part`, batchPlaceFile(path));
  }
  const current = await begin('current');
  try {
    return { current, candidate: await begin('candidate') };
  } catch (fault) {
    // One model alone makes no comparison, and would cost all the same.
    if (fault instanceof BatchInferenceError) await batch.stop(current);
    throw fault;
  }

  async function begin(side: Side): Promise<string> {
    const name = batchJobName(runId, side);
    const output = `s3://${bucket}/${sideFolder(place, runId, side)}`;
    const asked = { name, modelId: evidence[side], input: `s3://${bucket}/${cases}`, output };
    return (await batch.find(name)) ?? (await batch.create(asked));
  }

  async function upload(): Promise<void> {
    const file = join(path, 'records.jsonl');
    await writeBatchRecords(dataset.read(), file);
    try {
      await objects.upload(bucket, cases, file, 'application/x-ndjson');
    } catch (fault) {
      const why = fault instanceof Error ? notThere[fault.name] : undefined;
      if (why === undefined) throw fault;
      throw new BadInputError(`--batch-output s3://${bucket}: ${why} (${evidence.region}); nothing was asked`, {
        cause: fault,
      });
    } finally {
      rmSync(file, { force: true });
    }
  }
}

const notThere: Readonly<Record<string, string>> = {
  NoSuchBucket: 'there is no such bucket',
  PermanentRedirect: 'the bucket is in another Region than the models',
  AuthorizationHeaderMalformed: 'the bucket is in another Region than the models',
};

function runFolder({ prefix }: BatchPlace, runId: string): string {
  return `${prefix}sundial-${runId}/`;
}

/** The key below which the job of one model writes. */
export function sideFolder(place: BatchPlace, runId: string, side: Side): string {
  return `${runFolder(place, runId)}${side}/`;
}
