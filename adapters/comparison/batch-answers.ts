import { createReadStream, existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Answer } from '../../domain/cases/answer.ts';
import type { Side } from '../../domain/cases/recorded.ts';
import { textLines } from '../cases/text-lines.ts';
import type { BatchOutput } from './batch-records.ts';
import type { AskModel } from './converse.ts';
import { converseAnswer } from './converse-form.ts';
import { KeptFaultError } from './patient-asking.ts';

/** What came of one record, as it is kept until its case has its turn. */
export interface BatchAnswer {
  readonly side: Side;
  readonly caseId: string;
  readonly answer: Answer | null;
  /** `null` where it was answered. */
  readonly fault: { readonly name: string; readonly status: number | null; readonly message: string } | null;
}

export function batchAnswerOf(side: Side, caseId: string, { modelOutput, error }: BatchOutput): BatchAnswer {
  if (typeof modelOutput !== 'object' || modelOutput === null)
    return { side, caseId, answer: null, fault: faultIn(error) };
  // How long a model took in a batch, nobody measured: what Bedrock reports is no latency that a caller would see.
  return { side, caseId, answer: { ...converseAnswer(modelOutput), latencyMs: null, ttftMs: null }, fault: null };
}

/** Where a line lies in a file, in bytes. */
type Span = readonly [from: number, length: number];

/** Answers cases from what a batch wrote: nobody is asked, and nothing is tried again. Memory holds where answers lie, not what they say. */
export async function batchAnswers(file: string, models: Readonly<Record<Side, string>>): Promise<AskModel> {
  const kept = existsSync(file) ? await spansIn(file) : new Map<string, Span>();
  return async (modelId, { id }) => {
    const span = kept.get(keyOf(modelId === models.current ? 'current' : 'candidate', id));
    const found = span ? await answerAt(file, span) : null;
    if (found?.answer) return found.answer;
    throw new KeptFaultError(found?.fault ?? neverAnswered);
  };
}

async function spansIn(file: string): Promise<Map<string, Span>> {
  const spans = new Map<string, Span>();
  let from = 0;
  for await (const line of textLines(createReadStream(file).setEncoding('utf8'))) {
    const length = Buffer.byteLength(line);
    if (length > 0) {
      const { side, caseId } = JSON.parse(line) as BatchAnswer;
      spans.set(keyOf(side, caseId), [from, length]);
    }
    from += length + 1;
  }
  return spans;
}

async function answerAt(file: string, [from, length]: Span): Promise<BatchAnswer> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(length), 0, length, from);
    return JSON.parse(buffer.toString()) as BatchAnswer;
  } finally {
    await handle.close();
  }
}

/** The job ended before the record had its turn. */
const neverAnswered = {
  name: 'TimeoutError',
  status: null,
  message: 'The batch inference job ended without an answer to this case.',
} as const;

/** Documented is a number like HTTP's; a name is taken for what it is. */
function faultIn(error: unknown): NonNullable<BatchAnswer['fault']> {
  const { errorCode, errorMessage } =
    typeof error === 'object' && error !== null ? (error as Record<string, unknown>) : {};
  const status = Number(errorCode);
  const message = typeof errorMessage === 'string' ? errorMessage : 'Batch inference gave no answer, and no reason.';
  return Number.isInteger(status) && status > 0
    ? { name: 'BatchRecordError', status, message }
    : { name: typeof errorCode === 'string' ? errorCode : 'BatchRecordError', status: 500, message };
}

function keyOf(side: Side, caseId: string): string {
  return `${side} ${caseId}`;
}
