import { BedrockRuntimeClient, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
import { baseModelId } from '../../domain/model-id.ts';
import type { AwsAccess } from '../aws-access.ts';
import type { Embedded } from './check-answer.ts';

type CallEmbedding = (text: string, signal: AbortSignal) => Promise<Embedded>;

/** How a family of embedding models is asked, and answers. */
interface EmbeddingFamily {
  readonly ids: RegExp;
  /** Characters that the model takes; what is longer is compared by its beginning. */
  readonly longest: number;
  readonly body: (text: string) => object;
  readonly read: (answer: Record<string, unknown>) => readonly [vector: unknown, tokens: unknown];
}

const families: readonly EmbeddingFamily[] = [
  {
    // https://docs.aws.amazon.com/bedrock/latest/userguide/titan-embedding-models.html
    ids: /^amazon\.titan-embed-text-v2/,
    longest: 50_000,
    body: (inputText) => ({ inputText, dimensions: 1024, normalize: true }),
    read: ({ embedding, inputTextTokenCount }) => [embedding, inputTextTokenCount],
  },
  {
    // https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed.html: all texts must be of one input_type.
    ids: /^cohere\.embed-/,
    longest: 2_048,
    body: (text) => ({ texts: [text], input_type: 'clustering', truncate: 'END', embedding_types: ['float'] }),
    read: ({ embeddings }) => [firstOf(embeddings), undefined],
  },
];

/** Characters of a token, about; for models whose answer does not count them. */
const charactersOfToken = 4;

/** No model that Sundial knows how to ask for an embedding. */
export class UnknownEmbeddingModelError extends Error {
  override readonly name = 'UnknownEmbeddingModelError';
}

/** Throws `UnknownEmbeddingModelError`, before anything is asked. */
export function checkEmbeddingModel(modelId: string): void {
  familyOf(modelId);
}

/** Asks an embedding model for one text through InvokeModel; faults come as the SDK throws them, and nothing is tried again. */
export function embeddingCall(access: AwsAccess, region: string, modelId: string): CallEmbedding {
  const { longest, body, read } = familyOf(modelId);
  const client = new BedrockRuntimeClient({ ...access, region, maxAttempts: 1, retryMode: 'standard' });
  return async (text, signal) => {
    const begun = text.slice(0, longest);
    const input = { modelId, contentType: 'application/json', accept: 'application/json' };
    const { body: bytes } = await client.send(new InvokeModelCommand({ ...input, body: JSON.stringify(body(begun)) }), {
      abortSignal: signal,
    });
    const [vector, tokens] = read(JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>);
    if (!Array.isArray(vector) || vector.length === 0 || !vector.every(Number.isFinite))
      throw new Error(`${modelId} answered without an embedding`);
    const guess = Math.ceil(begun.length / charactersOfToken);
    return { vector: Float32Array.from(vector as number[]), inputTokens: typeof tokens === 'number' ? tokens : guess };
  };
}

function familyOf(modelId: string): EmbeddingFamily {
  const base = baseModelId(modelId) ?? modelId;
  const family = families.find(({ ids }) => ids.test(base));
  if (family) return family;
  throw new UnknownEmbeddingModelError(
    `${modelId}: expected an embedding model, Amazon Titan Text Embeddings V2 or one of Cohere Embed`,
  );
}

/** Cohere answers with a list, or with a list for each type that was asked for. */
function firstOf(embeddings: unknown): unknown {
  if (Array.isArray(embeddings)) return embeddings[0];
  const { float } = (embeddings ?? {}) as { readonly float?: readonly unknown[] };
  return float?.[0];
}
