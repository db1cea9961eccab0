import type { MeasureBertScores } from '../adapters/scoring/bert-scores.ts';
import { bertScore } from '../domain/scoring/bert-score.ts';

/** What a report says of it. */
export const simulatedBertScore = 'a stand-in on this machine, which counts the words that two texts share';

/** BERTScore over a made-up model, in which two words are alike only where they are the same. */
export const simulatedBertScores: MeasureBertScores = (pairs) => {
  const ids = new Map<string, number>();
  const idOf = (word: string) => {
    const id = ids.get(word) ?? ids.size;
    ids.set(word, id);
    return id;
  };
  const scores = pairs.map(({ answer, reference }) => {
    const [said, wanted] = [answer, reference].map((text) =>
      (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(idOf),
    );
    const all = [...new Set([...(said ?? []), ...(wanted ?? [])])];
    const seen = (words: readonly number[] = []) => ({
      ids: words,
      special: new Set<number>(),
      vectors: Float32Array.from(words.flatMap((word) => all.map((other) => (other === word ? 1 : 0)))),
    });
    return bertScore(seen(said), seen(wanted));
  });
  return Promise.resolve(scores);
};
