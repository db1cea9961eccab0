import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { AnswerPair } from './bert-scores.ts';

/** By which a score finds its pair again: results come in any order. */
export function pairKey({ reference, answer }: AnswerPair): string {
  return createHash('sha256')
    .update(JSON.stringify([reference, answer]))
    .digest('hex')
    .slice(0, 40);
}

/**
 * What an evaluation job reads. In place of the prompt, which BERTScore does not look at, stands the pair's key.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-evaluation-prompt-datasets-custom.html
 */
export function evaluationLines(pairs: readonly AnswerPair[]): string {
  const lines = pairs.map((pair) =>
    JSON.stringify({
      prompt: pairKey(pair),
      referenceResponse: pair.reference,
      modelResponses: [{ response: pair.answer, modelIdentifier: 'sundial' }],
    }),
  );
  return `${lines.join('\n')}\n`;
}

const Line = z.object({
  automatedEvaluationResult: z.object({
    scores: z.array(z.object({ metricName: z.string(), result: z.nullable(z.number()) })).check(z.minLength(1)),
  }),
  inputRecord: z.object({ prompt: z.string() }),
});

/** What a job wrote, by the key of each pair; the one metric that was asked for, whatever it is called. */
export function scoresIn(text: string): ReadonlyMap<string, number> {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return new Map(
    lines.flatMap((line): (readonly [string, number])[] => {
      const { automatedEvaluationResult, inputRecord } = Line.parse(JSON.parse(line));
      const score = automatedEvaluationResult.scores[0]?.result ?? null;
      return score === null ? [] : [[inputRecord.prompt, score]];
    }),
  );
}
