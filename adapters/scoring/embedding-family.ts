import { baseModelId } from '../../domain/model-id.ts';

/** What similarity is measured by, unless another model is named. */
export const defaultEmbeddingModel = 'amazon.titan-embed-text-v2:0';

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

/** No model that Sundial knows how to ask for an embedding. */
export class UnknownEmbeddingModelError extends Error {
  override readonly name = 'UnknownEmbeddingModelError';
}

/** How a model is asked for an embedding. Throws `UnknownEmbeddingModelError`, before anything is asked. */
export function embeddingFamily(modelId: string): EmbeddingFamily {
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
