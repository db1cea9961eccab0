import { join } from 'node:path';
import type { Case } from '../../domain/cases/case.ts';
import type { Side } from '../../domain/cases/recorded.ts';
import type { ObjectStore } from '../object-store.ts';
import type { BatchAnswer } from './batch-answers.ts';
import { batchAnswerOf } from './batch-answers.ts';
import { batchOutputIn } from './batch-records.ts';

/** Where the two jobs of a run wrote: the keys of their folders, each with a slash behind it. */
interface Written {
  readonly bucket: string;
  readonly folders: Readonly<Record<Side, string>>;
}

/** A job's answers lie in one file, in any order. */
const mostFiles = 100;

/** Reads what both jobs of a run wrote, with the place of each case among all, from 0; `scratch` is a folder for what is brought from S3. */
export async function* collectedAnswers(
  objects: ObjectStore,
  { bucket, folders }: Written,
  cases: readonly Pick<Case, 'id'>[],
  scratch: string,
): AsyncGenerator<{ readonly place: number; readonly answer: BatchAnswer }> {
  for (const side of ['current', 'candidate'] as const)
    for (const key of await objects.keys(bucket, folders[side], mostFiles)) {
      if (!key.endsWith('.jsonl.out')) continue;
      const file = join(scratch, 'answers.jsonl');
      await objects.download(bucket, key, file);
      for await (const output of batchOutputIn(file)) {
        const kase = cases[output.place];
        if (kase) yield { place: output.place, answer: batchAnswerOf(side, kase.id, output) };
      }
    }
}

/** A job writes into a folder that is named for the last part of its ARN. */
export function jobFolder(output: string, jobArn: string): string {
  return `${output}${jobArn.split('/').at(-1) ?? ''}/`;
}
