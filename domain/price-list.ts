import type { Region } from './lifecycle.ts';

/** What a model costs on demand in a Region, US dollars per 1,000 tokens. */
export interface ListedPrice {
  readonly input: number | null;
  readonly output: number | null;
  readonly currency: 'USD';
  /** Who says so, in words. */
  readonly source: string;
  readonly asOf: string;
}

/** `null` where no price is known. */
export type PriceList = (modelId: string, region: Region) => ListedPrice | null;

export const noPrices: PriceList = () => null;
