import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BadInputError } from '../exit.ts';
import type { CompareOptions } from './comparison-options.ts';
import { roleOption } from './role-option.ts';

/** Where a batch reads and writes, and as whom; a run that is resumed keeps to it. */
export interface BatchPlace {
  readonly bucket: string;
  /** Of all keys of Sundial's there, with a slash behind it; empty for the whole bucket. */
  readonly prefix: string;
  /** ARN of the role that Bedrock takes. */
  readonly role: string;
}

/** Whether both models answer in batch. Throws `BadInputError` for what a batch cannot do. */
export function isBatch({ engine, frozen, batchOutput, batchRole, batchStop, repeat = '1' }: CompareOptions): boolean {
  if (engine !== undefined && !['batch', 'onDemand'].includes(engine))
    throw new BadInputError(`--engine ${engine}: expected batch or onDemand`);
  if (engine !== 'batch') {
    if (batchOutput !== undefined || batchRole !== undefined || batchStop)
      throw new BadInputError('--batch-output, --batch-role and --batch-stop: expected --engine batch too');
    return false;
  }
  if (repeat !== '1') throw new BadInputError('--repeat: batch inference asks each case once');
  if (frozen !== undefined)
    throw new BadInputError('--frozen: answers that were kept need no batch; leave --engine out');
  return true;
}

/** Where the batch of a run lies: as it was begun, or as it is named. Throws `BadInputError` where neither is there, or they differ. */
export function batchPlace(out: string, { batchOutput, batchRole }: CompareOptions): BatchPlace {
  const kept = keptPlace(out);
  const named = batchOutput === undefined ? null : s3Folder('--batch-output', batchOutput);
  if (kept) {
    if (named && (named.bucket !== kept.bucket || named.prefix !== kept.prefix))
      throw new BadInputError(
        `--batch-output ${batchOutput ?? ''}: the run in ${out} has its batch at s3://${kept.bucket}/${kept.prefix}`,
      );
    return kept;
  }
  if (!named) throw new BadInputError('--batch-output: expected s3://bucket/prefix for what Bedrock reads and writes');
  return { ...named, role: roleOption('--batch-role', batchRole) };
}

/** How often Bedrock is asked, in milliseconds. */
export function batchPoll({ batchPoll: text = '60' }: CompareOptions): number {
  if (!/^\d+$/.test(text) || Number(text) < 1 || Number(text) > 3600)
    throw new BadInputError(`--batch-poll: expected seconds from 1 to 3600, got ${text}`);
  return Number(text) * 1000;
}

export function batchPlaceFile(path: string): string {
  return join(path, 'batch-place.json');
}

function keptPlace(path: string): BatchPlace | null {
  const file = batchPlaceFile(path);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as BatchPlace) : null;
}

/** Throws `BadInputError` naming the option. */
export function s3Folder(option: string, address: string): Pick<BatchPlace, 'bucket' | 'prefix'> {
  const { bucket, path = '' } =
    /^s3:\/\/(?<bucket>[a-z0-9][a-z0-9.-]{2,62})(?:\/(?<path>[^?#]*))?$/.exec(address)?.groups ?? {};
  if (bucket === undefined) throw new BadInputError(`${option} ${address}: expected s3://bucket/prefix`);
  const prefix = path.replace(/\/+$/, '');
  return { bucket, prefix: prefix === '' ? '' : `${prefix}/` };
}
