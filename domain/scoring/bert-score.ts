/** A text as a model sees it: one embedding for each token. */
export interface TokenEmbeddings {
  readonly ids: readonly number[];
  /** Row after row, one for each token; all rows are of one length. */
  readonly vectors: Float32Array;
  /** What stands around every text, such as `[CLS]` and `[SEP]`: it may be matched, and counts for nothing itself. */
  readonly special: ReadonlySet<number>;
}

/** The values lie in -1 to 1; of usual models without rescaling, close to 1. */
export interface BertScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** How much a token counts, by its id; a token that stands in many texts says little. */
export type TokenWeight = (id: number) => number;

export const nothingAlike: BertScore = { precision: 0, recall: 0, f1: 0 };

/**
 * BERTScore: each token is matched with the one most alike on the other side, by the cosine of their embeddings. Precision is the weighted
 * mean over the candidate's tokens, recall that over the reference's, F1 their harmonic mean. Special tokens are weighed 0 and may be matched,
 * as in the authors' own code.
 * @see https://arxiv.org/abs/1904.09675 section 3
 * @see https://github.com/Tiiiger/bert_score/blob/master/bert_score/utils.py `greedy_cos_idf`
 */
export function bertScore(
  candidate: TokenEmbeddings,
  reference: TokenEmbeddings,
  weight: TokenWeight = () => 1,
): BertScore {
  const [said, wanted] = [unitRows(candidate), unitRows(reference)];
  const nearest = (row: Float32Array, others: readonly Float32Array[]) =>
    others.reduce((best, other) => Math.max(best, dot(row, other)), -Infinity);
  const precision = weightedMean(
    weightsOf(candidate, weight),
    said.map((row) => nearest(row, wanted)),
  );
  const recall = weightedMean(
    weightsOf(reference, weight),
    wanted.map((row) => nearest(row, said)),
  );
  if (precision === null || recall === null) return nothingAlike;
  // A harmonic mean is one of positive numbers alone; texts that point apart have nothing alike.
  const f1 = precision > 0 && recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
  return { precision, recall, f1 };
}

/**
 * Weights by inverse document frequency over all references: -log of the share of references that have the token, with one added to
 * both counts. A token that no reference has weighs most.
 * @see https://arxiv.org/abs/1904.09675 section 3, "Importance Weighting"
 */
export function inverseDocumentFrequency(references: readonly (readonly number[])[]): TokenWeight {
  const having = new Map<number, number>();
  for (const ids of references) for (const id of new Set(ids)) having.set(id, (having.get(id) ?? 0) + 1);
  return (id) => Math.log((references.length + 1) / ((having.get(id) ?? 0) + 1));
}

/**
 * Spreads scores that lie close together: what unrelated texts score on average becomes 0, and 1 stays 1.
 * @see https://github.com/Tiiiger/bert_score/blob/master/journal/rescale_baseline.md
 */
export function rescaled(score: BertScore, baseline: BertScore): BertScore {
  const above = (value: number, floor: number) => (value - floor) / (1 - floor);
  return {
    precision: above(score.precision, baseline.precision),
    recall: above(score.recall, baseline.recall),
    f1: above(score.f1, baseline.f1),
  };
}

/** Where every token weighs nothing, as with one reference that has them all, each counts the same. */
function weightsOf({ ids, special }: TokenEmbeddings, weight: TokenWeight): number[] {
  const weights = ids.map((id) => (special.has(id) ? 0 : weight(id)));
  return weights.some((each) => each > 0) ? weights : ids.map((id) => (special.has(id) ? 0 : 1));
}

/** `null` of nothing. */
function weightedMean(weights: readonly number[], values: readonly number[]): number | null {
  let [sum, all] = [0, 0];
  for (const [index, weight] of weights.entries()) {
    sum += weight * (values[index] ?? 0);
    all += weight;
  }
  return all === 0 ? null : sum / all;
}

function unitRows({ ids, vectors }: TokenEmbeddings): Float32Array[] {
  const length = ids.length === 0 ? 0 : vectors.length / ids.length;
  return ids.map((_, index) => {
    const row = vectors.slice(index * length, (index + 1) * length);
    const norm = Math.sqrt(dot(row, row));
    return norm === 0 ? row : row.map((value) => value / norm);
  });
}

function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let place = 0; place < one.length; place += 1) sum += (one[place] ?? 0) * (other[place] ?? 0);
  return sum;
}
