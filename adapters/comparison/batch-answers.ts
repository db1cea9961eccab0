import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Answer } from '../../domain/cases/answer.ts';
import type { Side } from '../../domain/cases/recorded.ts';
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

/** Answers cases from what a batch wrote: nobody is asked, and nothing is tried again. */
export async function batchAnswers(file: string, models: Readonly<Record<Side, string>>): Promise<AskModel> {
  const text = existsSync(file) ? await readFile(file, 'utf8') : '';
  const kept = new Map(
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as BatchAnswer)
      .map((one) => [keyOf(one.side, one.caseId), one]),
  );
  return (modelId, { id }) => {
    const found = kept.get(keyOf(modelId === models.current ? 'current' : 'candidate', id));
    if (found?.answer) return Promise.resolve(found.answer);
    return Promise.reject(new KeptFaultError(found?.fault ?? neverAnswered));
  };
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
