import { resolve } from 'node:path';
import { CaseFileError, CaseFileUnreadableError } from '../../adapters/cases/case-file-error.ts';
import { writeCases } from '../../adapters/cases/write-cases.ts';
import type { Case } from '../../domain/cases/case.ts';
import { stratifiedSample } from '../../domain/cases/stratified-sample.ts';
import type { ExitCode } from '../exit.ts';
import { BadInputError, exitCode } from '../exit.ts';
import { casesText } from '../cases-text.ts';
import { clock } from '../clock.ts';
import { caseSource } from '../comparison/case-source.ts';
import { looked } from '../comparison/looked-cases.ts';
import { printJson, say } from '../output.ts';

interface CasesOptions {
  readonly sample?: string;
  readonly seed?: string;
  readonly out?: string;
  readonly skipBad?: boolean;
  readonly region?: string;
  readonly now?: string;
  readonly json?: boolean;
}

/** Reads cases as a comparison would, says what is in them, and writes all or a sample of them in the case form. */
export async function cases(
  files: readonly string[],
  { sample, seed = '1', out, skipBad, json, region, now }: CasesOptions,
): Promise<ExitCode> {
  const [size, start] = [wholeNumber('--sample', sample, 1), wholeNumber('--seed', seed, 0) ?? 1];
  if (size !== null && out === undefined) throw new BadInputError('--sample: expected --out FILE beside it');
  if (out !== undefined && files.some((file) => resolve(file) === resolve(out)))
    throw new BadInputError(`--out ${out}: expected a file that is not read`);

  const source = await caseSource(files, region, clock(now)());
  const report = await refusingBadFiles(async () => {
    const { drawn, again, ...read } = await looked(files, source, skipBad === true);
    const chosen = size === null ? null : new Set(stratifiedSample(drawn, size, start));
    if (out !== undefined) await writeCases(out, chosen === null ? again() : those(again(), chosen));
    const written = out === undefined ? null : { file: out, cases: chosen?.size ?? read.cases, seed: chosen && start };
    return { ...read, written };
  }).finally(source.close);
  if (json)
    printJson({
      ...report,
      bad: report.bad.flatMap(({ problems, ...place }) => problems.map((problem) => ({ ...place, ...problem }))),
    });
  else for (const line of casesText(report)) say(line);
  return exitCode.fine;
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
