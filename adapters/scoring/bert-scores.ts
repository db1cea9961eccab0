import type { BertScore, TokenEmbeddings } from '../../domain/scoring/bert-score.ts';
import { bertScore, inverseDocumentFrequency, nothingAlike, rescaled } from '../../domain/scoring/bert-score.ts';
import type { TokenEmbedder } from './token-embedder.ts';

/** An answer, and what was expected. */
export interface AnswerPair {
  readonly answer: string;
  readonly reference: string;
}

/** Scores of pairs, in their order. `corpus` is every reference of the dataset, by which tokens are weighed. */
export type MeasureBertScores = (
  pairs: readonly AnswerPair[],
  corpus: readonly string[],
) => Promise<readonly BertScore[]>;

/** BERTScore in this process; each text is embedded once as long as it stands in pairs that follow one another. */
export function bertScoresBy({ settings, idsOf, embed }: TokenEmbedder): MeasureBertScores {
  return async (pairs, corpus) => {
    const weight = settings.idf ? inverseDocumentFrequency(corpus.map(idsOf)) : undefined;
    const last = new Map<'answer' | 'reference', { readonly text: string; readonly seen: TokenEmbeddings }>();
    const seen = async (side: 'answer' | 'reference', text: string) => {
      const before = last.get(side);
      const found = before?.text === text ? before : { text, seen: await embed(text) };
      last.set(side, found);
      return found.seen;
    };
    const scores: BertScore[] = [];
    for (const { answer, reference } of pairs) {
      if (answer.trim() === '') scores.push(nothingAlike);
      else {
        const score = bertScore(await seen('answer', answer), await seen('reference', reference), weight);
        scores.push(settings.baseline ? rescaled(score, settings.baseline) : score);
      }
    }
    return scores;
  };
}
