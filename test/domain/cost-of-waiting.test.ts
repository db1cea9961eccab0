import { describe, expect, it } from 'vitest';
import type { CostFacts, CostOfWaiting } from '../../domain/cost-of-waiting.ts';
import { costOfWaiting } from '../../domain/cost-of-waiting.ts';
import type { ListedPrice } from '../../domain/price-list.ts';
import { noPrices } from '../../domain/price-list.ts';
import { aUsage, usageDays } from '../builders/dependent.ts';
import { sonnet45, sonnet5 } from '../builders/situation.ts';

const listed: ListedPrice = { input: 0.003, output: 0.015, currency: 'USD', source: 'a list', asOf: '2026-11-01' };
const announced = { input: 0.006, output: 0.03, effective: '2027-01-08' };
/** 100 calls a day for four weeks: 700,000 tokens in and 140,000 out a week. */
const month = usageDays(
  '2026-10-23',
  Array.from({ length: 28 }, () => 100),
);

function cost(facts: Partial<CostFacts> = {}): CostOfWaiting | null {
  return costOfWaiting({
    modelId: sonnet45,
    replacement: { modelId: sonnet5, name: 'Claude Sonnet 5' },
    dates: { extendedAccess: '2027-01-08' },
    prices: [announced],
    priceList: () => listed,
    use: [{ usage: aUsage(month), share: 1 }],
    seenThrough: '2026-11-19',
    today: '2026-11-20',
    ...facts,
  });
}

describe('the same tokens on the replacement', () => {
  const replacement = { modelId: sonnet5, name: 'Claude Sonnet 5' };
  const cheaper = { ...listed, input: 0.002, output: 0.01 };

  it.each`
    facts                                                                                        | on                                           | why
    ${{ priceList: (id: string) => (id === sonnet5 ? cheaper : listed) }}                        | ${{ name: 'Claude Sonnet 5', perWeek: 2.8 }} | ${'at its own listed price, for the same tokens'}
    ${{ priceList: (id: string) => (id === sonnet5 ? null : listed) }}                           | ${null}                                      | ${'no price of it is known'}
    ${{ replacement: null }}                                                                     | ${null}                                      | ${'nobody named one'}
    ${{ replacement, prices: [], priceList: (id: string) => (id === sonnet5 ? cheaper : null) }} | ${{ name: 'Claude Sonnet 5', perWeek: 2.8 }} | ${'also where the price of the old one is not known'}
  `('$on: $why', ({ facts, on }: { facts: Partial<CostFacts>; on: CostOfWaiting['onReplacement'] }) => {
    const worked = cost(facts)?.onReplacement;

    expect(worked && { ...worked, perWeek: Number(worked.perWeek.toFixed(6)) }).toEqual(on);
  });
});

describe('each week of waiting', () => {
  it('costs the announced price for the team’s own tokens, and so much more than the listed one', () => {
    const worked = cost();

    expect(worked).toMatchObject({ from: '2027-01-08', days: 28, announced, listed });
    expect(worked?.inputTokensAWeek).toBeCloseTo(700_000);
    expect(worked?.outputTokensAWeek).toBeCloseTo(140_000);
    expect(worked?.perWeek).toBeCloseTo(8.4);
    expect(worked?.more).toBeCloseTo(4.2);
  });

  it.each`
    facts                                                                           | perWeek | more    | why
    ${{ use: [{ usage: aUsage(month), share: 0.5 }] }}                              | ${4.2}  | ${2.1}  | ${'a share of what is shared'}
    ${{ priceList: noPrices }}                                                      | ${8.4}  | ${null} | ${'no listed price to compare with'}
    ${{ prices: [] }}                                                               | ${4.2}  | ${null} | ${'the listed price where none was announced'}
    ${{ prices: [], priceList: noPrices }}                                          | ${null} | ${null} | ${'no price at all is no amount'}
    ${{ prices: [{ ...announced, output: null }] }}                                 | ${null} | ${null} | ${'half a price is no amount'}
    ${{ prices: [{ ...announced, input: 1, effective: '2026-11-01' }, announced] }} | ${8.4}  | ${4.2}  | ${'the price that comes next'}
    ${{ prices: [{ ...announced, effective: '2026-11-01' }] }}                      | ${8.4}  | ${4.2}  | ${'or the one that has come'}
    ${{ prices: [{ ...announced, effective: null }] }}                              | ${8.4}  | ${4.2}  | ${'or one without a day'}
  `(
    '$perWeek dollars, $more more: $why',
    ({ facts, perWeek, more }: { facts: Partial<CostFacts>; perWeek: number | null; more: number | null }) => {
      const worked = cost(facts);

      if (perWeek === null) expect(worked?.perWeek).toBeNull();
      else expect(worked?.perWeek).toBeCloseTo(perWeek);
      if (more === null) expect(worked?.more).toBeNull();
      else expect(worked?.more).toBeCloseTo(more);
    },
  );

  it('asks the price of each Region', () => {
    const regions = ['us-east-1', 'eu-west-1'].map((region) => ({ usage: aUsage(month, { region }), share: 1 }));
    const priceList: CostFacts['priceList'] = (_, region) =>
      region === 'us-east-1' ? listed : { ...listed, input: 0.006, output: 0.03 };

    expect(cost({ prices: [], use: regions, priceList })?.perWeek).toBeCloseTo(4.2 + 8.4);
    expect(
      cost({ prices: [], use: regions, priceList: (_, region) => (region === 'us-east-1' ? listed : null) })?.perWeek,
    ).toBeNull();
  });

  it('is worked out from as many days as there has been use for', () => {
    const days = usageDays('2026-11-18', [100, 100, 5_000]);

    expect(cost({ use: [{ usage: aUsage(days), share: 1 }] })).toMatchObject({ days: 2, inputTokensAWeek: 700_000 });
  });

  it.each`
    facts                                              | why
    ${{ seenThrough: null }}                           | ${'use was never counted'}
    ${{ use: [] }}                                     | ${'nothing was used'}
    ${{ dates: { extendedAccess: null }, prices: [] }} | ${'nothing gets dearer'}
  `('is nothing where $why', ({ facts }: { facts: Partial<CostFacts> }) => {
    expect(cost(facts)).toBeNull();
  });
});
