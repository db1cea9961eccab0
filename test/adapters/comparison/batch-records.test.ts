import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { adaptiveLimit } from '../../../adapters/comparison/adaptive-limit.ts';
import { batchAnswerOf, batchAnswers } from '../../../adapters/comparison/batch-answers.ts';
import { batchOutputIn, writeBatchRecords } from '../../../adapters/comparison/batch-records.ts';
import { askPatiently } from '../../../adapters/comparison/patient-asking.ts';
import type { Case } from '../../../domain/cases/case.ts';
import { aCase } from '../../builders/case.ts';

const models = { current: 'old', candidate: 'new' };

function aFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'batch-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'records.jsonl');
}

async function* these(...cases: readonly Case[]) {
  yield* await Promise.resolve(cases);
}

/** What a job wrote, asked as a model is. */
async function askedOf(...records: readonly object[]) {
  const [out, kept] = [aFile(), aFile()];
  writeFileSync(out, records.map((record) => JSON.stringify(record)).join('\n'));
  const lines: string[] = [];
  for await (const one of batchOutputIn(out))
    lines.push(JSON.stringify(batchAnswerOf('current', `c-${one.place}`, one)));
  writeFileSync(kept, lines.join('\n'));
  const ask = await batchAnswers(kept, models);
  let waits = 0;
  const patience = { attempts: 8, timeoutMs: 1000, random: () => 0, wait: () => Promise.resolve((waits += 1)) };
  const asked = await askPatiently(ask, 'old', { ...aCase('c-1'), id: 'c-0' }, adaptiveLimit(1), patience);
  return { asked, waits };
}

describe('the records of a job', () => {
  it('are bodies of Converse with an id of eleven characters, whichever model they are for', async () => {
    const file = aFile();
    const kase = { ...aCase('c-1'), id: 'c', system: ['Be short.'], inference: { maxTokens: 9 } };

    const input = await writeBatchRecords(these(kase, kase), file);

    const [first, second] = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(first).toEqual({
      recordId: 'CASE0000000',
      modelInput: { messages: kase.messages, system: [{ text: 'Be short.' }], inferenceConfig: { maxTokens: 9 } },
    });
    expect(second).toMatchObject({ recordId: 'CASE0000001' });
    expect(input).toEqual({ records: 2, bytes: readFileSync(file).length, unfit: null });
  });

  it('name the first case that no batch takes', async () => {
    const tools = [{ name: 'refund', description: null, inputSchema: {} }];
    const cases = [aCase('c-1'), { ...aCase('c-1'), id: 'c-2', tools }, { ...aCase('c-1'), id: 'c-3', tools }];

    expect((await writeBatchRecords(these(...cases), aFile())).unfit).toEqual({
      caseId: 'c-2',
      why: 'gives the model tools',
    });
  });
});

describe('what a job wrote', () => {
  const modelOutput = {
    output: { message: { role: 'assistant', content: [{ text: 'four' }] } },
    stopReason: 'end_turn',
    usage: { inputTokens: 5, outputTokens: 1, totalTokens: 6 },
    metrics: { latencyMs: 321 },
  };

  it('is an answer without a latency, whatever the record says of one', async () => {
    const { asked } = await askedOf({ recordId: 'CASE0000000', modelInput: {}, modelOutput });

    expect(asked).toEqual({
      kind: 'answered',
      answer: {
        text: 'four',
        toolCalls: [],
        stopReason: 'end_turn',
        inputTokens: 5,
        outputTokens: 1,
        latencyMs: null,
        ttftMs: null,
      },
    });
  });

  it.each`
    error                                                                                      | fault             | why
    ${{ errorCode: 400, errorMessage: 'bad request' }}                                         | ${'validation'}   | ${'the request was wrong'}
    ${{ errorCode: 429, errorMessage: 'too many' }}                                            | ${'throttled'}    | ${'the model was throttled'}
    ${{ errorCode: '503', errorMessage: 'away' }}                                              | ${'serviceError'} | ${'a number may be text'}
    ${{ errorCode: 'ModelTimeoutException', errorMessage: 'slow' }}                            | ${'timeout'}      | ${'a name is a name'}
    ${{ errorCode: 404, errorMessage: 'This model version has reached the end of its life.' }} | ${'endOfLife'}    | ${'the model was withdrawn'}
    ${undefined}                                                                               | ${'serviceError'} | ${'nothing was said'}
  `(
    'is a fault of the same kind as on demand, and is not tried again: $why',
    async ({ error, fault }: { error: unknown; fault: string }) => {
      const { asked, waits } = await askedOf({ recordId: 'CASE0000000', modelInput: {}, error });

      expect(asked).toMatchObject({ kind: 'failed', fault });
      expect(waits).toBe(0);
    },
  );

  it('may leave cases out where the job ended before their turn', async () => {
    const { asked } = await askedOf({ recordId: 'CASE0000001', modelInput: {}, modelOutput });

    expect(asked).toMatchObject({ kind: 'failed', fault: 'timeout' });
  });

  it('may be cut off, or about what nobody asked', async () => {
    const file = aFile();
    writeFileSync(file, '{"recordId":"X","modelOutput":{}}\nnull\n{"recordId":"CASE0000003","modelOu');

    const read: unknown[] = [];
    for await (const one of batchOutputIn(file)) read.push(one);

    expect(read).toEqual([]);
  });
});
