import { createHash } from 'node:crypto';

const dimensions = 64;

/** A vector in which texts of the same words are near each other, and nothing more: no model was asked. */
export function simulatedEmbedding(text: string): readonly number[] {
  const vector = Array.from({ length: dimensions }, () => 0);
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
    const place = createHash('sha256').update(word).digest().readUInt32BE() % dimensions;
    vector[place] = (vector[place] ?? 0) + 1;
  }
  return vector;
}

/** As Amazon Titan answers, or, where several texts are asked, as Cohere does. */
export function embeddingAnswer({ inputText = '', texts }: { readonly inputText?: string; readonly texts?: string[] }) {
  return texts === undefined
    ? { embedding: simulatedEmbedding(inputText), inputTextTokenCount: Math.ceil(inputText.length / 4) }
    : { embeddings: { float: texts.map(simulatedEmbedding) }, response_type: 'embeddings_by_type' };
}
