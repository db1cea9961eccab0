import type { Case } from '../../domain/cases/case.ts';
import { baseModelId } from '../../domain/model-id.ts';
import { recentCalls } from '../../domain/comparison-run.ts';
import { caseSurvey } from '../../domain/cases/case-survey.ts';
import { stratifiedSample } from '../../domain/cases/stratified-sample.ts';
import type { ReadTerms } from '../cases/read-cases.ts';
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
  wanted: (kase: Case) => boolean = () => true,
  terms: ReadTerms = {},
): Promise<void> {
  const survey = caseSurvey();
  for await (const kase of readCases(files, terms)) if (wanted(kase)) survey.add(kase);
  const places = stratifiedSample(survey.drawn, sample ?? survey.drawn.length, seed);
  await writeCases(file, drawn(readCases(files, terms), wanted, places));
}

async function* drawn(
  cases: AsyncIterable<Case>,
  wanted: (kase: Case) => boolean,
  places: readonly number[],
): AsyncGenerator<Case> {
  const taken = new Set(places);
  let place = 0;
  for await (const kase of cases) {
    if (!wanted(kase)) continue;
    if (taken.has(place)) yield kase;
    place += 1;
  }
}

/** Of the model invocation log or a log group, the calls of the model that is compared; of any other dataset, every case. */
export function casesOf(dataset: string, current: string): (kase: Case) => boolean {
  if (dataset !== recentCalls && !dataset.startsWith('cloudwatch:')) return () => true;
  const called = baseModelId(current);
  return ({ tags }) => baseModelId(tags['model'] ?? '') === called;
}
