import { resolve } from 'node:path';
import { caseFileHash } from '../../adapters/cases/case-file-hash.ts';
import type { BadLine } from '../../adapters/cases/case-file-error.ts';
import { CaseFileError, CaseFileUnreadableError } from '../../adapters/cases/case-file-error.ts';
import { readCases } from '../../adapters/cases/read-cases.ts';
import { writeCases } from '../../adapters/cases/write-cases.ts';
import type { Case } from '../../domain/cases/case.ts';
import { caseSurvey, counting } from '../../domain/cases/case-survey.ts';
import type { CaseSurvey, Counts } from '../../domain/cases/case-survey.ts';
import { stratifiedSample } from '../../domain/cases/stratified-sample.ts';
import type { ExitCode } from '../exit.ts';
import { BadInputError, exitCode } from '../exit.ts';
import { casesText } from '../cases-text.ts';
import { printJson, say } from '../output.ts';

interface CasesOptions {
  readonly sample?: string;
  readonly seed?: string;
  readonly out?: string;
  readonly skipBad?: boolean;
  readonly json?: boolean;
}

export interface CasesReport extends CaseSurvey {
  readonly files: readonly { readonly file: string; readonly sha256: string }[];
  readonly forms: Counts;
  readonly bad: readonly BadLine[];
  /** Records that no case was made of, by reason. */
  readonly dropped: Counts;
  readonly leftOut: Counts;
  readonly redacted: Counts;
  readonly written: { readonly file: string; readonly cases: number; readonly seed: number | null } | null;
}

/** Reads cases as a comparison would, says what is in them, and writes all or a sample of them in the case form. */
export async function cases(
  files: readonly string[],
  { sample, seed = '1', out, skipBad, json }: CasesOptions,
): Promise<ExitCode> {
  const [size, start] = [wholeNumber('--sample', sample, 1), wholeNumber('--seed', seed, 0) ?? 1];
  if (size !== null && out === undefined) throw new BadInputError('--sample: expected --out FILE beside it');
  if (out !== undefined && files.some((file) => resolve(file) === resolve(out)))
    throw new BadInputError(`--out ${out}: expected a file that is not read`);

  const report = await refusingBadFiles(async () => {
    const { drawn, ...read } = await looked(files, skipBad === true);
    const chosen = size === null ? null : new Set(stratifiedSample(drawn, size, start));
    const again = readCases(files, skipBad ? { skipped: () => undefined } : {});
    if (out !== undefined) await writeCases(out, chosen === null ? again : those(again, chosen));
    const written = out === undefined ? null : { file: out, cases: chosen?.size ?? read.cases, seed: chosen && start };
    return { ...read, written };
  });
  if (json)
    printJson({
      ...report,
      bad: report.bad.flatMap(({ problems, ...place }) => problems.map((problem) => ({ ...place, ...problem }))),
    });
  else for (const line of casesText(report)) say(line);
  return exitCode.fine;
}

async function looked(files: readonly string[], skipBad: boolean) {
  const hashes: CasesReport['files'][number][] = [];
  for (const file of files) hashes.push({ file, sha256: await caseFileHash(file) });
  const survey = caseSurvey();
  const bad: BadLine[] = [];
  const [forms, dropped, leftOut, redacted] = [counting(), counting(), counting(), counting()];
  const reading = readCases(files, {
    ...(skipBad && { skipped: (line) => bad.push(line) }),
    told(news) {
      if (news.kind === 'case') forms.add(news.form);
      else if (news.kind === 'dropped') dropped.add(news.reason);
      else if (news.kind === 'leftOut') leftOut.add(news.parameter);
      else redacted.add(news.what);
    },
  });
  for await (const kase of reading) survey.add(kase);
  const counted = {
    forms: forms.counts(),
    dropped: dropped.counts(),
    leftOut: leftOut.counts(),
    redacted: redacted.counts(),
  };
  return { files: hashes, drawn: survey.drawn, ...survey.survey(), ...counted, bad };
}

/** Only some of the cases, by their places. */
async function* those(all: AsyncIterable<Case>, places: ReadonlySet<number>): AsyncGenerator<Case> {
  let place = 0;
  for await (const kase of all) {
    if (places.has(place)) yield kase;
    place += 1;
  }
}

function wholeNumber(option: string, text: string | undefined, least: number): number | null {
  if (text === undefined) return null;
  if (!/^\d{1,15}$/.test(text) || Number(text) < least)
    throw new BadInputError(`${option}: expected a whole number of at least ${least}, got ${text}`);
  return Number(text);
}

async function refusingBadFiles<Result>(read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (cause) {
    if (cause instanceof CaseFileError || cause instanceof CaseFileUnreadableError)
      throw new BadInputError(cause.message, { cause });
    throw cause;
  }
}
