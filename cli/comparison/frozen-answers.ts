import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Answer } from '../../domain/cases/answer.ts';
import type { Case } from '../../domain/cases/case.ts';
import { BadInputError } from '../exit.ts';

/** An answer that was kept from when the model still gave it: one line of what `sundial freeze` writes. */
export interface FrozenAnswer {
  readonly modelId: string;
  readonly caseId: string;
  /** Digest of what was asked, so that an answer to another question is not taken. */
  readonly asked: string;
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
}

/** Kept answers of a model, by question. Throws `BadInputError` naming file and line. */
export async function frozenAnswers(file: string, modelId: string): Promise<FrozenAnswers> {
  const byQuestion = new Map<string, Answer>();
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number += 1;
    if (line === '') continue;
    const kept = frozenAnswer(line, `${file}:${number}`);
    if (kept.modelId === modelId) byQuestion.set(kept.asked, kept.answer);
  }
  return { count: byQuestion.size, of: (kase) => byQuestion.get(askedDigest(kase)) ?? null };
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
