import type { PriceList } from '../domain/price-list.ts';
import listed from './prices.json' with { type: 'json' };

const prices = new Map(Object.entries(listed.prices));

/**
 * Prices on demand in one Region or geography, where they are known; scripts/prices.mjs writes them. A global profile may cost less. No
 * list has prices of extended access: those come from notices.
 * @see https://aws.amazon.com/bedrock/pricing/
 */
export const priceList: PriceList = (modelId) => {
  const price = prices.get(modelId);
  return price ? { ...price, currency: 'USD', source: listed.source, asOf: listed.asOf } : null;
};
