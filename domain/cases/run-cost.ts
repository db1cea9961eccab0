import { baseModelId } from '../model-id.ts';
import { batchPrices } from '../batch-prices.ts';
import type { ListedPrice, PriceList } from '../price-list.ts';
import type { RunCost } from './comparison-report.ts';

export interface Tokens {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

interface Spent {
  readonly modelId: string;
  readonly tokens: Tokens;
}

/** What tokens cost at list prices; a profile costs what its model does. `null` where no price is known. */
export function priceOf({ modelId, tokens }: Spent, region: string, prices: PriceList): number | null {
  return costAt(tokens, prices(baseModelId(modelId) ?? modelId, region));
}

/** What tokens cost at a price; `null` where that is not known. */
export function costAt(tokens: Tokens, price: Pick<ListedPrice, 'input' | 'output'> | null): number | null {
  if (!price || price.input === null || (price.output === null && tokens.outputTokens > 0)) return null;
  return (tokens.inputTokens * price.input + tokens.outputTokens * (price.output ?? 0)) / 1000;
}

export function runCost(
  current: Spent,
  candidate: Spent,
  judge: Spent | null,
  embedding: Spent | null,
  region: string,
  prices: PriceList,
  engine?: 'batch',
): RunCost {
  const asked = engine === 'batch' ? batchPrices(prices) : prices;
  const known = [current, candidate].flatMap(({ modelId }) => prices(baseModelId(modelId) ?? modelId, region) ?? []);
  return {
    current: priceOf(current, region, asked),
    candidate: priceOf(candidate, region, asked),
    judge: judge && priceOf(judge, region, prices),
    embedding: embedding && priceOf(embedding, region, prices),
    currency: 'USD',
    basis: known[0]
      ? `the run's own tokens at ${engine === 'batch' ? 'half the list prices on demand for both models, as AWS says of batch, and at list prices for all else' : 'list prices on demand'}, ${known[0].source} of ${known[0].asOf}`
      : 'no price of these models is known',
  };
}
