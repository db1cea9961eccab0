import type { PriceList } from './price-list.ts';

/**
 * What models cost in batch: half of what they cost on demand.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/capacity-limits-cost-optimization.html
 */
export function batchPrices(prices: PriceList): PriceList {
  return (modelId, region) => {
    const price = prices(modelId, region);
    return price && { ...price, input: half(price.input), output: half(price.output) };
  };
}

function half(price: number | null): number | null {
  return price === null ? null : price / 2;
}
