import { describe, expect, it } from 'vitest';
import { leavingModels } from '../../domain/leaving-models.ts';
import { aCatalogue, aCatalogueModel, aWithdrawal, aWord, sonnet45 } from '../builders/situation.ts';

const legacy = aWord('legacy', '2026-10-08');
const state = { status: 'ACTIVE', legacy: null, extendedAccess: null, endOfLife: null };

describe('a model that somebody should be leaving', () => {
  it.each`
    model                                                    | leaves   | why
    ${{ words: [legacy, aWord('endOfLife', '2027-04-08')] }} | ${true}  | ${'its end is announced'}
    ${{ words: [legacy] }}                                   | ${true}  | ${'it is Legacy, and nobody gives an end'}
    ${{ words: [legacy, aWord('endOfLife', '2026-10-22')] }} | ${true}  | ${'it ended within the days that are counted'}
    ${{ words: [legacy, aWord('endOfLife', '2026-10-21')] }} | ${false} | ${'it ended before them'}
    ${{ words: [aWord('noSoonerThan', '2026-10-16')] }}      | ${false} | ${'a floor is no date'}
    ${{ words: [aWord('launch', '2025-09-29')] }}            | ${false} | ${'it is Active'}
    ${{ withdrawals: [aWithdrawal()] }}                      | ${true}  | ${'it was taken away'}
  `('$leaves: $why', ({ model, leaves }: { model: object; leaves: boolean }) => {
    const catalogue = aCatalogue(aCatalogueModel(sonnet45, model));

    expect(leavingModels(catalogue, [], '2026-11-21').has(sonnet45)).toBe(leaves);
  });

  it.each`
    listed                                                     | leaves   | why
    ${state}                                                   | ${false} | ${'it is Active'}
    ${{ ...state, status: 'LEGACY' }}                          | ${true}  | ${'Legacy without a date'}
    ${{ ...state, status: 'GONE' }}                            | ${true}  | ${'gone before its date'}
    ${{ ...state, endOfLife: '2027-12-01' }}                   | ${true}  | ${'Active with an end'}
    ${{ ...state, status: 'LEGACY', endOfLife: '2026-01-01' }} | ${false} | ${'it ended long ago and is still listed'}
  `('is known from the API alone: $why', ({ listed, leaves }: { listed: typeof state; leaves: boolean }) => {
    const listing = { region: 'us-east-1', models: { 'example.model-v1': listed }, version: 1 };

    expect(leavingModels(aCatalogue(), [listing], '2026-11-21').has('example.model-v1')).toBe(leaves);
  });
});
