import { createHash } from 'node:crypto';
import type { AwsAccess } from '../aws-access.ts';
import { adaptiveLimit } from '../comparison/adaptive-limit.ts';
import type { Patience } from '../comparison/patient-asking.ts';
import { askedPatiently, usualPatience } from '../comparison/patient-asking.ts';
import type { Embed, Embedded } from './check-answer.ts';
import { embeddingCall } from './embedding-call.ts';
import { defaultEmbeddingModel } from './embedding-family.ts';

/** The embedding model does not answer: nothing that can be said of the compared models. The message says why. */
export class EmbeddingError extends Error {
  override readonly name = 'EmbeddingError';
}

/** Embeddings that are kept, the last used: some 32 MB of 1,024 dimensions. */
const kept = 8_192;
/** A text this short is not refused for its length. */
const shortest = 512;

/**
 * The meaning of texts as an embedding model of Bedrock has it. Each text is embedded once while it is kept, however often and by whomever
 * it is said, and its tokens are counted then. Throws `EmbeddingError` where the model gives no embedding after every attempt.
 */
export function embedBy(
  access: AwsAccess,
  region: string,
  modelId = defaultEmbeddingModel,
  patience: Omit<Patience, 'random'> = usualPatience,
): Embed {
  const call = embeddingCall(access, region, modelId);
  const limit = adaptiveLimit(32);
  const known = new Map<string, Promise<Embedded>>();

  const embedded = async (text: string): Promise<Embedded> => {
    const asked = await askedPatiently((signal) => call(text, signal), limit, { ...patience, random: Math.random });
    if (asked.kind === 'answered') return asked.answer;
    // Its tokens cannot be counted here: a text that has too many of them is compared by its beginning.
    if (asked.fault === 'validation' && text.length > shortest)
      return embedded(text.slice(0, Math.ceil(text.length / 2)));
    throw new EmbeddingError(`Similarity cannot be measured: ${modelId} does not answer here (${asked.message}).`);
  };
  return async (text) => {
    const key = createHash('sha256').update(text).digest('base64');
    const found = known.get(key);
    const embedding = found ?? embedded(text);
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
