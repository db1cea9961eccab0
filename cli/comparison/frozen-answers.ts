import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { textLines } from '../../adapters/cases/text-lines.ts';
import type { OpenDataset } from '../../adapters/comparison/open-dataset.ts';
import type { Answer } from '../../domain/cases/answer.ts';
import type { Case } from '../../domain/cases/case.ts';
import { BadInputError } from '../exit.ts';
import { note } from '../output.ts';

/** An answer that was kept from when the model still gave it: one line of what `sundial freeze` writes. */
export interface FrozenAnswer {
  readonly modelId: string;
  readonly region: string;
  readonly caseId: string;
  /** Digest of what was asked, so that an answer to another question is not taken. */
  readonly asked: string;
  /** The parameters that it was asked with. */
  readonly inference: Case['inference'];
  /** ISO instant. */
  readonly at: string;
  readonly answer: Answer;
}

/** The same for the same question, whatever the case is called and however it is checked. */
export function askedDigest({ messages, system, tools, toolChoice, inference }: Case): string {
  return createHash('sha256')
    .update(JSON.stringify([messages, system, tools, toolChoice ?? null, inference]))
    .digest('hex')
    .slice(0, 32);
}

export interface FrozenAnswers {
  readonly count: number;
  readonly of: (kase: Case) => Answer | null;
  /** How the file ends: with a whole line, with one that only lacks its end, or with one that a killed process did not finish. */
  readonly end: 'whole' | 'unended' | 'torn';
}

/** What every line begins with. */
const beginning = '{"modelId":';

/** Kept answers of a model, by question; a last line that is torn is passed over. Throws `BadInputError` naming file and line. */
export async function frozenAnswers(file: string, modelId: string): Promise<FrozenAnswers> {
  const byQuestion = new Map<string, Answer>();
  const take = (line: string, number: number) => {
    if (line === '') return;
    const kept = frozenAnswer(line, `${file}:${number}`);
    if (kept.modelId === modelId) byQuestion.set(kept.asked, kept.answer);
  };
  let [number, last] = [0, ''];
  for await (const line of linesOf(file)) {
    take(last, number);
    [number, last] = [number + 1, line];
  }
  const isTorn = last !== '' && !isJson(last) && last.startsWith(beginning.slice(0, last.length));
  if (!isTorn) take(last, number);
  const end = isTorn ? 'torn' : last === '' ? 'whole' : 'unended';
  return { count: byQuestion.size, of: (kase) => byQuestion.get(askedDigest(kase)) ?? null, end };
}

/**
 * Kept answers of the current model for cases that are compared; where they are of some cases only, that is said. Throws `BadInputError`
 * where none of them is.
 */
export async function keptAnswers(file: string, current: string, dataset: OpenDataset): Promise<FrozenAnswers> {
  const kept = await frozenAnswers(file, current);
  let found = 0;
  for await (const kase of dataset.read()) if (kept.of(kase)) found += 1;
  const missing = dataset.cases.length - found;
  if (found === 0)
    throw new BadInputError(
      kept.count === 0
        ? `--frozen ${file}: holds no answer of ${current}`
        : `--frozen ${file}: holds answers of ${current}, but to none of these cases`,
    );
  if (missing > 0) note(`sundial: ${file}: no answer is kept for ${missing} of ${dataset.cases.length} cases`);
  return kept;
}

async function* linesOf(file: string): AsyncGenerator<string> {
  try {
    yield* textLines(createReadStream(file).setEncoding('utf8'));
  } catch (cause) {
    throw new BadInputError(`${file}: cannot be read: ${String(cause)}`, { cause });
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function frozenAnswer(line: string, where: string): FrozenAnswer {
  try {
    const kept = JSON.parse(line) as FrozenAnswer;
    if (typeof kept.modelId === 'string' && typeof kept.asked === 'string' && typeof kept.answer.text === 'string')
      return kept;
  } catch {
    // Said below, as for any other line that is none.
  }
  throw new BadInputError(`${where}: expected a line that sundial freeze writes`);
}
