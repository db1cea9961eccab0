import type { Case } from '../../domain/cases/case.ts';
import { caseSurvey } from '../../domain/cases/case-survey.ts';
import { stratifiedSample } from '../../domain/cases/stratified-sample.ts';
import { readCases } from '../cases/read-cases.ts';
import { writeCases } from '../cases/write-cases.ts';

/**
 * Writes the cases of a run, drawn from files in any form, to one file in the case form: what is asked then stays the same whatever
 * becomes of the files. Throws `CaseFileError` or `CaseFileUnreadableError`, and then writes nothing.
 */
export async function prepareCases(
  files: readonly string[],
  file: string,
  sample: number | null,
  seed: number,
): Promise<void> {
  const survey = caseSurvey();
  for await (const kase of readCases(files)) survey.add(kase);
  const places = stratifiedSample(survey.drawn, sample ?? survey.drawn.length, seed);
  await writeCases(file, drawn(readCases(files), places));
}

async function* drawn(cases: AsyncIterable<Case>, places: readonly number[]): AsyncGenerator<Case> {
  const wanted = new Set(places);
  let place = 0;
  for await (const kase of cases) {
    if (wanted.has(place)) yield kase;
    place += 1;
  }
}
