import type { PriceList } from '../price-list.ts';
import type { Recorded, Side } from './recorded.ts';
import { priceOf } from './run-cost.ts';

interface Pricing {
  readonly models: Readonly<Record<Side, string>>;
  readonly judge: string | null;
  /** What similarity is measured by. */
  readonly embedding: string;
  readonly region: string;
  /** For the two models, which may have been asked in batch. */
  readonly asked: PriceList;
  /** For all else. */
  readonly listed: PriceList;
}

/**
 * US dollars that one record cost, the judge and the embeddings with it as far as their prices are known; `null` where that of the model
 * is not. A failed call costs nothing.
 */
export function recordPrice(record: Recorded, pricing: Pricing): number | null {
  const { models, judge, embedding, region, asked, listed } = pricing;
  if (record.kind === 'judgement')
    return judge === null ? 0 : (priceOf({ modelId: judge, tokens: record }, region, listed) ?? 0);
  const { attempt, frozen, side, embeddingTokens: inputTokens = 0 } = record;
  const embedded = priceOf({ modelId: embedding, tokens: { inputTokens, outputTokens: 0 } }, region, listed) ?? 0;
  if (attempt.kind === 'failed' || frozen) return embedded;
  const answered = priceOf({ modelId: models[side], tokens: attempt }, region, asked);
  return answered === null ? null : answered + embedded;
}
