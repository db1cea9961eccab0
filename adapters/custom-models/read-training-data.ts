import type { S3Client } from '@aws-sdk/client-s3';
import { GetObjectCommand, HeadObjectCommand, S3ServiceException } from '@aws-sdk/client-s3';
import * as z from 'zod/mini';
import type { TrainingRecord } from '../../domain/custom-models/training-data.ts';
import { callError } from '../call-error.ts';
import { objectPlace } from '../object-place.ts';

const text = z.union([
  z.string(),
  z.pipe(
    z.array(z.object({ text: z.optional(z.string()) })),
    z.transform((parts) => parts.map((part) => part.text ?? '').join('\n')),
  ),
]);
const turns = z.array(z.object({ role: z.enum(['user', 'assistant']), content: text }));
const pair = z.object({ prompt: z.string(), completion: z.string() });
const talk = z.object({ schemaVersion: z.optional(z.string()), system: z.optional(text), messages: turns });
const plain = z.object({ input: z.string() });

/** Records of JSON lines, up to the first that is cut off; `null` where the first is no training data that Bedrock takes. */
export function trainingRecords(lines: string): readonly TrainingRecord[] | null {
  const records: TrainingRecord[] = [];
  for (const line of lines.split('\n').filter((one) => one.trim() !== '')) {
    const record = recordOf(line);
    if (record === null) return records.length > 0 ? records : null;
    records.push(record);
  }
  return records.length > 0 ? records : null;
}

function recordOf(line: string): TrainingRecord | null {
  const value = jsonOf(line);
  const asPair = pair.safeParse(value).data;
  if (asPair) {
    const { prompt, completion } = asPair;
    const asked = { role: 'user', text: prompt } as const;
    return { form: 'promptCompletion', system: [], turns: [asked, { role: 'assistant', text: completion }] };
  }
  const asTalk = talk.safeParse(value).data;
  if (asTalk)
    return {
      form: asTalk.schemaVersion === undefined ? 'messages' : 'conversation',
      system: asTalk.system === undefined ? [] : [asTalk.system],
      turns: asTalk.messages.map(({ role, content }) => ({ role, text: content })),
    };
  return plain.safeParse(value).success ? { form: 'text', system: [], turns: [] } : null;
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** Bytes of data that are looked at: enough for a few records, and for the cases of a comparison. */
const mostBytes = { form: 262_144, cases: 8_388_608 };

/** The first records of an object; `null` where it is no training data. Throws `CallError`. */
export async function readTrainingData(
  s3: S3Client,
  uri: string,
  purpose: keyof typeof mostBytes,
): Promise<readonly TrainingRecord[] | null> {
  const { bucket = '', key = '' } = objectPlace(uri) ?? {};
  const Range = `bytes=0-${mostBytes[purpose] - 1}`;
  try {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key, Range }));
    return trainingRecords((await Body?.transformToString()) ?? '');
  } catch (fault) {
    throw callError('s3:GetObject', fault);
  }
}

/** What S3 answers of an object that is not there, or that one may not see: the answer to HEAD has no words, only a status. */
const unseen = [400, 403, 404];

/** Whether an object is there and may be seen: S3 does not tell one from the other to everybody. */
export async function isThere(s3: S3Client, uri: string): Promise<boolean> {
  const place = objectPlace(uri);
  if (!place) return false;
  try {
    await s3.send(new HeadObjectCommand({ Bucket: place.bucket, Key: place.key }));
    return true;
  } catch (fault) {
    if (fault instanceof S3ServiceException && unseen.includes(fault.$metadata.httpStatusCode ?? 0)) return false;
    throw callError('s3:GetObject', fault);
  }
}
