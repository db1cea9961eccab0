import type { OfferedModel } from './offered-models.ts';

/**
 * Models that Bedrock lists and the catalogue says nothing about, as with a real account: embedding and reranking models.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html
 */
export const uncataloguedModels: readonly OfferedModel[] = [
  { modelId: 'amazon.titan-embed-text-v2:0', name: 'Titan Text Embeddings V2', provider: 'Amazon' },
  { modelId: 'cohere.rerank-v3-5:0', name: 'Rerank 3.5', provider: 'Cohere' },
  { modelId: 'twelvelabs.marengo-embed-3-0-v1:0', name: 'Marengo Embed 3.0', provider: 'TwelveLabs' },
].map((model) => ({ ...model, launch: null, end: null }));
