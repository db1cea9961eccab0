import { stat } from 'node:fs/promises';
import type { Case } from '../../domain/cases/case.ts';
import type { Dataset } from '../../domain/cases/dataset.ts';
import { surveyDataset } from '../../domain/cases/dataset.ts';
import type { BadLine } from '../cases/case-file-error.ts';
import { CaseFileUnreadableError } from '../cases/case-file-error.ts';
import { caseFileHash } from '../cases/case-file-hash.ts';
import type { ReadNews } from '../cases/read-cases.ts';
import { readCases } from '../cases/read-cases.ts';

/** A dataset that was read through once: its cases can be read again, one at a time. */
export interface OpenDataset extends Dataset {
  readonly read: () => AsyncIterable<Case>;
}

/** Bytes of a file whose cases stay in memory: reading them again takes longer than all else that a report takes. */
const small = 2 * 1024 ** 2;

/** A dataset whose lines are fine, but that no comparison can be made of; the message names it. */
export class DatasetError extends Error {
  override readonly name = 'DatasetError';
}

/**
 * Reads a dataset through, so that a bad line is told before anything is asked. Throws `CaseFileError`, `CaseFileUnreadableError` or
 * `DatasetError`. Where `skipped` is given, bad lines are passed over and it hears of each. `seen` is shown each case, and `dropped`
 * hears why no case was made of a record.
 */
export async function openDataset(
  file: string,
  skipped: ((line: BadLine) => void) | null,
  called = file,
  seen: (kase: Case) => void = () => undefined,
  dropped: (reason: string) => void = () => undefined,
): Promise<OpenDataset> {
  const kept: Case[] | null = (await sizeOf(file)) <= small ? [] : null;
  const hear = (kase: Case) => {
    seen(kase);
    kept?.push(kase);
  };
  const told = (news: ReadNews) => {
    if (news.kind === 'dropped') dropped(news.reason);
  };
  const cases = shown(readCases(file, { told, ...(skipped && { skipped }) }), hear);
  const [survey, sha256] = await Promise.all([surveyDataset(cases), caseFileHash(file)]);
  if (survey.cases.length === 0) throw new DatasetError(`${called}: holds no case`);
  const quietly = skipped ? { skipped: () => undefined } : {};
  return { sha256, ...survey, read: () => (kept ? oneByOne(kept) : readCases(file, quietly)) };
}

async function sizeOf(file: string): Promise<number> {
  const { size } = await stat(file).catch((cause: unknown) => {
    throw new CaseFileUnreadableError(file, cause);
  });
  return size;
}

async function* shown(cases: AsyncIterable<Case>, seen: (kase: Case) => void): AsyncGenerator<Case> {
  for await (const kase of cases) {
    seen(kase);
    yield kase;
  }
}

// eslint-disable-next-line @typescript-eslint/require-await -- cases come one by one, wherever they are
async function* oneByOne(cases: readonly Case[]): AsyncGenerator<Case> {
  yield* cases;
}
