import { describe, expect, it } from 'vitest';
import { standing } from '../../templates/words-deadline.ts';
import type { SituationParts } from '../builders/situation.ts';
import { aSituation, aWithdrawal, aWord, sonnetCatalogue } from '../builders/situation.ts';

const onlyAFloor = sonnetCatalogue({ words: [aWord('noSoonerThan', '2027-01-01')] });

describe('standing', () => {
  it.each`
    parts                                                                 | words
    ${{ now: '2026-10-01T00:00:00Z' }}                                    | ${'is Active until it becomes Legacy on 8 October 2026'}
    ${{ catalogue: onlyAFloor }}                                          | ${'is Active, as far as any source tells'}
    ${{}}                                                                 | ${'is Legacy since 8 October 2026'}
    ${{ now: '2027-01-08T00:00:00Z' }}                                    | ${'is Legacy, in extended access since 8 January 2027'}
    ${{ now: '2027-04-08T00:00:00Z' }}                                    | ${'reached its end of life on 8 April 2027 (today)'}
    ${{ catalogue: onlyAFloor, heard: { withdrawals: [aWithdrawal()] } }} | ${'is past its end of life'}
    ${{ catalogue: sonnetCatalogue({ words: [] }) }}                      | ${'is at a stage that no source tells'}
  `('$words', ({ parts, words }: { parts: SituationParts; words: string }) => {
    expect(standing(aSituation(parts))).toBe(words);
  });
});
