import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { pendingPairs, tellBertScores } from '../../../adapters/comparison/tell-bert-scores.ts';
import { recordedIn } from '../../../adapters/comparison/run-journal.ts';
import type { AnswerPair } from '../../../adapters/scoring/bert-scores.ts';
import type { Case } from '../../../domain/cases/case.ts';
import type { Recorded, RecordedCall, Side } from '../../../domain/cases/recorded.ts';
import { aCase, anAnswer } from '../../builders/case.ts';
import { aJudgement } from '../../builders/judgement.ts';

const pending = { passed: false, score: null, pending: true } as const;

function aCall(caseId: string, side: Side, text: string, checks: RecordedAnswer['checks'] = [pending]): RecordedCall {
  const attempt = {
    kind: 'answered',
    breaks: [],
    checks,
    latencyMs: 5,
    ttftMs: 2,
    inputTokens: 1,
    outputTokens: 1,
  } as const;
  return { kind: 'call', caseId, repeat: 0, side, attempt, answer: anAnswer({ text }), failure: null, frozen: false };
}
type RecordedAnswer = Extract<RecordedCall['attempt'], { kind: 'answered' }>;

const failed: RecordedCall = {
  ...aCall('b', 'candidate', ''),
  attempt: { kind: 'failed', error: 'throttled' },
  answer: null,
};
const judged = aJudgement('a');
const cases: Case[] = [
  aCase('a', { expected: 'wanted', checks: [{ kind: 'contains' }, { kind: 'bert-score', threshold: 0.5 }] }),
  aCase('b', { expected: 'wanted', checks: [{ kind: 'bert-score', value: { text: 'other', measure: 'recall' } }] }),
];
const dataset = {
  async *read() {
    for (const kase of cases) yield await Promise.resolve(kase);
  },
};

function journalOf(...records: Recorded[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'sundial-journal-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'calls.jsonl');
  writeFileSync(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  return file;
}

async function told(journal: string): Promise<Recorded[]> {
  const records: Recorded[] = [];
  for await (const record of recordedIn(journal)) records.push(record);
  return records;
}

const measured: { pairs: AnswerPair[]; corpus: readonly string[] }[] = [];
const measure = (pairs: readonly AnswerPair[], corpus: readonly string[]) => {
  measured.push({ pairs: [...pairs], corpus });
  return Promise.resolve(
    pairs.map(({ answer }) => ({ precision: 0.2, recall: 0.4, f1: answer === 'good' ? 0.9 : -0.1 })),
  );
};

describe('BERTScores of a run', () => {
  it('take the place of what waits for them, and of nothing else', async () => {
    const contains = { passed: true, score: null };
    const journal = journalOf(
      aCall('a', 'current', 'good', [contains, pending]),
      judged,
      aCall('a', 'candidate', 'bad', [contains, pending]),
      aCall('b', 'current', 'x'),
      failed,
    );
    measured.length = 0;

    await tellBertScores(journal, dataset, measure);

    expect(measured).toEqual([
      {
        pairs: [
          { answer: 'good', reference: 'wanted' },
          { answer: 'bad', reference: 'wanted' },
          { answer: 'x', reference: 'other' },
        ],
        corpus: ['wanted', 'other'],
      },
    ]);
    const attempts = (await told(journal)).map((record) => record.kind === 'call' && record.attempt);
    expect(attempts).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ checks: [contains, { passed: true, score: 0.9 }] }),
        expect.objectContaining({ checks: [contains, { passed: false, score: 0 }] }),
        expect.objectContaining({ checks: [{ passed: false, score: 0.4 }] }),
        failed.attempt,
      ]),
    );
    expect(await told(journal)).toHaveLength(5);
  });

  it('are not measured again once they are told', async () => {
    const journal = journalOf(aCall('b', 'current', 'x'));
    await tellBertScores(journal, dataset, measure);
    const before = readFileSync(journal, 'utf8');
    await tellBertScores(journal, dataset, () => Promise.reject(new Error('is not asked')));

    expect(readFileSync(journal, 'utf8')).toBe(before);
    expect(await pendingPairs(journal, dataset)).toEqual([]);
  });

  it('leave the run as it was where they cannot be measured', async () => {
    const journal = journalOf(aCall('b', 'current', 'x'));
    const before = readFileSync(journal, 'utf8');

    await expect(tellBertScores(journal, dataset, () => Promise.reject(new Error('no model')))).rejects.toThrow(
      'no model',
    );
    await expect(tellBertScores(journal, dataset, () => Promise.resolve([]))).rejects.toThrow(/no BERTScore .* case b/);
    expect(readFileSync(journal, 'utf8')).toBe(before);
    expect(await pendingPairs(journal, dataset)).toEqual([{ answer: 'x', reference: 'other' }]);
  });

  it('are measured a few at a time', async () => {
    const journal = journalOf(...Array.from({ length: 450 }, () => aCall('b', 'current', 'x')));
    measured.length = 0;
    await tellBertScores(journal, dataset, measure);

    expect(measured.map(({ pairs }) => pairs.length)).toEqual([200, 200, 50]);
  });
});
