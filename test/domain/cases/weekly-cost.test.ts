import { expect, it } from 'vitest';
import type { WeeklyCost } from '../../../domain/cases/weekly-cost.ts';
import { weeklyCost } from '../../../domain/cases/weekly-cost.ts';
import type { PriceList } from '../../../domain/price-list.ts';
import { sonnet45, sonnet5 } from '../../builders/situation.ts';

const listed = { currency: 'USD', source: 'a list', asOf: '2026-11-01' } as const;
const prices: PriceList = (modelId) =>
  modelId === sonnet45 ? { ...listed, input: 0.003, output: 0.015 } : { ...listed, input: 0.002, output: 0.01 };
const volume = { inputTokens: 1_000_000, outputTokens: 200_000, extendedAccess: { input: 0.006, output: 0.03 } };
const current = { modelId: `us.${sonnet45}`, inputTokens: 1000, outputTokens: 400, answers: 10 };
// It takes 1.2 times the tokens in and 0.5 times those out, for each of its answers.
const candidate = { modelId: sonnet5, inputTokens: 600, outputTokens: 100, answers: 5 };
const ratio = { input: 1.2, output: 0.5 };

it.each`
  given                                                                           | cost                                                            | why
  ${{}}                                                                           | ${{ now: 6, extendedAccess: 12, candidate: 3.4, ratio }}        | ${'each at its price, the candidate by what it takes for the same work'}
  ${{ volume: { ...volume, extendedAccess: null } }}                              | ${{ now: 6, extendedAccess: null, candidate: 3.4, ratio }}      | ${'no notice announced a price'}
  ${{ prices: () => null }}                                                       | ${{ now: null, extendedAccess: 12, candidate: null, ratio }}    | ${'no price is listed'}
  ${{ prices: () => ({ ...listed, input: 0.003, output: null }) }}                | ${{ now: null, extendedAccess: 12, candidate: null, ratio }}    | ${'half a price is no price'}
  ${{ candidate: { ...candidate, inputTokens: 0, outputTokens: 0, answers: 0 } }} | ${{ now: 6, extendedAccess: 12, candidate: null, ratio: null }} | ${'the candidate answered nothing'}
  ${{ current: { ...current, inputTokens: 0, outputTokens: 0, answers: 0 } }}     | ${{ now: 6, extendedAccess: 12, candidate: null, ratio: null }} | ${'the current model answered nothing'}
`(
  '$cost: $why',
  ({
    given,
    cost,
  }: {
    given: Partial<{ volume: typeof volume; current: typeof current; candidate: typeof candidate; prices: PriceList }>;
    cost: Partial<WeeklyCost>;
  }) => {
    const all = { volume, current, candidate, prices, ...given };

    expect(rounded(weeklyCost(all.volume, all.current, all.candidate, 'us-east-1', all.prices))).toEqual({
      ...cost,
      volume: all.volume,
    });
  },
);

function rounded(cost: WeeklyCost): unknown {
  return JSON.parse(JSON.stringify(cost), (_, value: unknown) =>
    typeof value === 'number' ? Number(value.toFixed(6)) : value,
  ) as unknown;
}
