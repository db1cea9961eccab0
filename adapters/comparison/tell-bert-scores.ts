import { renameSync } from 'node:fs';
import type { Recorded, RecordedCall } from '../../domain/cases/recorded.ts';
import type { BertCheck } from '../../domain/scoring/bert-check.ts';
import { bertChecksOf, bertResult } from '../../domain/scoring/bert-check.ts';
import type { AnswerPair, MeasureBertScores } from '../scoring/bert-scores.ts';
import type { OpenDataset } from './open-dataset.ts';
import { mendRunJournal, recordedIn } from './run-journal.ts';
import { textFile } from './text-file.ts';

type Asked = ReadonlyMap<string, ReadonlyMap<number, BertCheck>>;

/** Calls whose answers are measured together. */
const together = 200;

/**
 * Tells the checks `bert-score` that wait in a run's journal, now that every reference is known. The journal is written anew beside the old
 * one and takes its place at once: killed before, nothing is lost. With nothing to tell, nothing is touched.
 */
export async function tellBertScores(
  journal: string,
  dataset: Pick<OpenDataset, 'read'>,
  measure: MeasureBertScores,
): Promise<void> {
  if ((await pendingIn(journal).next()).done) return;
  const asked = await askedIn(dataset);
  const corpus = [...asked.values()].flatMap((checks) => [...checks.values()].map(({ reference }) => reference));

  await mendRunJournal(journal);
  const file = textFile(`${journal}.new`);
  const write = (record: Recorded) => file.write(`${JSON.stringify(record)}\n`);
  const waiting: RecordedCall[] = [];
  const flush = async () => {
    const scores = await measure(
      waiting.flatMap((record) => pairsOf(record, asked)),
      corpus,
    );
    let next = 0;
    for (const record of waiting.splice(0)) {
      const results = new Map(
        [...(asked.get(record.caseId) ?? [])].map(([place, check]) => {
          const score = scores[next++];
          if (!score) throw new Error(`no BERTScore was measured of case ${record.caseId}`);
          return [place, bertResult(check, score)] as const;
        }),
      );
      const { attempt } = record;
      if (attempt.kind === 'answered')
        write({
          ...record,
          attempt: { ...attempt, checks: attempt.checks.map((one, place) => results.get(place) ?? one) },
        });
    }
  };
  try {
    for await (const record of recordedIn(journal)) {
      if (isPending(record)) waiting.push(record);
      else write(record);
      if (waiting.length >= together) await flush();
    }
    await flush();
  } finally {
    file.close();
  }
  renameSync(`${journal}.new`, journal);
}

/** Answers that wait to be measured, each with what was expected. */
export async function pendingPairs(journal: string, dataset: Pick<OpenDataset, 'read'>): Promise<AnswerPair[]> {
  const asked = await askedIn(dataset);
  const pairs: AnswerPair[] = [];
  for await (const record of pendingIn(journal)) pairs.push(...pairsOf(record, asked));
  return pairs;
}

async function askedIn(dataset: Pick<OpenDataset, 'read'>): Promise<Asked> {
  const asked = new Map<string, ReadonlyMap<number, BertCheck>>();
  for await (const kase of dataset.read()) asked.set(kase.id, bertChecksOf(kase));
  return asked;
}

function pairsOf({ caseId, answer }: RecordedCall, asked: Asked): AnswerPair[] {
  return [...(asked.get(caseId)?.values() ?? [])].map(({ reference }) => ({ answer: answer?.text ?? '', reference }));
}

async function* pendingIn(journal: string): AsyncGenerator<RecordedCall> {
  for await (const record of recordedIn(journal)) if (isPending(record)) yield record;
}

function isPending(record: Recorded): record is RecordedCall {
  return (
    record.kind === 'call' &&
    record.attempt.kind === 'answered' &&
    record.attempt.checks.some(({ pending }) => pending === true)
  );
}
