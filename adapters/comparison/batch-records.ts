import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import type { Case } from '../../domain/cases/case.ts';
import type { BatchInput } from '../../domain/cases/batch-refusal.ts';
import { unfitForBatch } from '../../domain/cases/batch-refusal.ts';
import { converseBody } from './converse-form.ts';

/** What a job wrote about one record: Converse's answer, or an error in its place. */
export interface BatchOutput {
  /** Of the case, from 0. */
  readonly place: number;
  readonly modelOutput: unknown;
  readonly error: unknown;
}

/**
 * Writes cases as the records of a job, whichever model it is for, and says what they come to.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-data.html
 */
export async function writeBatchRecords(cases: AsyncIterable<Case>, file: string): Promise<BatchInput> {
  let [records, bytes] = [0, 0];
  let unfit: BatchInput['unfit'] = null;
  async function* lines(): AsyncGenerator<string> {
    for await (const kase of cases) {
      const why = unfitForBatch(kase);
      if (why !== null) unfit ??= { caseId: kase.id, why };
      const line = `${JSON.stringify({ recordId: recordIdOf(records), modelInput: converseBody(kase) })}\n`;
      records += 1;
      bytes += Buffer.byteLength(line);
      yield line;
    }
  }
  await pipeline(lines(), createWriteStream(file));
  return { records, bytes, unfit };
}

/** Everything a job wrote, in whatever order. A line that is cut off, or about nothing that was asked, is passed over. */
export async function* batchOutputIn(file: string): AsyncGenerator<BatchOutput> {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    const { recordId, modelOutput, error } = recordIn(line);
    const place = typeof recordId === 'string' ? placeOf(recordId) : null;
    if (place !== null) yield { place, modelOutput, error };
  }
}

/** Eleven characters, as Bedrock's own examples have them. */
function recordIdOf(place: number): string {
  return `CASE${String(place).padStart(7, '0')}`;
}

function placeOf(recordId: string): number | null {
  const digits = /^CASE(?<digits>\d{7,})$/.exec(recordId)?.groups?.['digits'];
  return digits === undefined ? null : Number(digits);
}

function recordIn(line: string): Readonly<Record<string, unknown>> {
  try {
    const value = JSON.parse(line) as unknown;
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
