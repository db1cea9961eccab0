import { createHash } from 'node:crypto';
import type { AdaptiveLimit } from './adaptive-limit.ts';
import type { CallEmbedding, Embedded } from './embedding-call.ts';
import type { Patience } from './patient-asking.ts';
import { askedPatiently } from './patient-asking.ts';

export type Embeddings = (text: string) => Promise<Embedded>;

/** The embedding model gives no embedding: nothing that can be said of the compared models. */
export class EmbeddingError extends Error {
  override readonly name = 'EmbeddingError';
}

/** Embeddings that are kept: a quarter of an hour of a fast run, some 32 MB of 1,024 dimensions. */
const kept = 8_192;
/** A text this short is not refused for its length. */
const shortest = 512;

/**
 * Each text is embedded once, however often and by whomever it is said, and its tokens are counted then. Only so many embeddings are
 * kept, the last used. Throws `EmbeddingError` where the model gives none after every attempt.
 */
export function embeddings(
  modelId: string,
  call: CallEmbedding,
  limit: AdaptiveLimit,
  patience: Patience,
): Embeddings {
  const known = new Map<string, Promise<Embedded>>();

  const embed = async (text: string): Promise<Embedded> => {
    const asked = await askedPatiently((signal) => call(text, signal), limit, patience);
    if (asked.kind === 'answered') return asked.answer;
    // Tokens cannot be counted here: a text that has too many of them is compared by its beginning.
    if (asked.fault === 'validation' && text.length > shortest) return embed(text.slice(0, text.length / 2));
    throw new EmbeddingError(`the embedding model ${modelId} gives no embedding (${asked.fault}): ${asked.message}`);
  };
  return async (text) => {
    const key = createHash('sha256').update(text).digest('base64');
    const found = known.get(key);
    const embedding = found ?? embed(text);
    known.delete(key);
    known.set(key, embedding);
    const [oldest] = known.keys();
    if (known.size > kept && oldest !== undefined) known.delete(oldest);
    try {
      const { vector, inputTokens } = await embedding;
      return { vector, inputTokens: found ? 0 : inputTokens };
    } catch (fault) {
      if (known.get(key) === embedding) known.delete(key);
      throw fault;
    }
  };
}
