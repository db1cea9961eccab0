import { describe, expect, it } from 'vitest';
import { priorityOf } from '../../domain/priority.ts';
import type { SituationParts } from '../builders/situation.ts';
import { aCatalogue, aCatalogueModel, aSituation, aWithdrawal, sonnet45 } from '../builders/situation.ts';
import { aDoneSituation } from '../builders/swept-situation.ts';
import { aCoverage, aDependent, aUsage, usageDays } from '../builders/dependent.ts';

const undated = aCatalogue(aCatalogueModel(sonnet45));

describe('how much a migration presses', () => {
  it.each`
    parts                                                                     | priority      | why
    ${{ now: '2026-10-09T09:00:00Z' }}                                        | ${'low'}      | ${'91 days to extended access'}
    ${{ now: '2026-10-10T09:00:00Z' }}                                        | ${'medium'}   | ${'90 days'}
    ${{ now: '2026-12-09T09:00:00Z' }}                                        | ${'high'}     | ${'30 days'}
    ${{ now: '2027-01-01T09:00:00Z' }}                                        | ${'critical'} | ${'a week'}
    ${{ now: '2027-01-09T09:00:00Z', migration: { openedOn: '2027-01-09' } }} | ${'high'}     | ${'dearer already'}
    ${{ now: '2027-04-08T09:00:00Z' }}                                        | ${'critical'} | ${'past its end'}
    ${{ heard: { withdrawals: [aWithdrawal()] } }}                            | ${'critical'} | ${'withdrawn'}
    ${{ catalogue: undated }}                                                 | ${'medium'}   | ${'nobody knows the date'}
  `('$priority: $why', ({ parts, priority }: { parts: SituationParts; priority: string }) => {
    expect(priorityOf(aSituation(parts))).toBe(priority);
  });

  it('not at all once it is done', () => {
    expect(priorityOf(aDoneSituation())).toBe('low');
  });

  it('a step less once the use has gone quiet', () => {
    const used = (calls: number) =>
      aSituation({
        now: '2026-11-20T09:00:00Z',
        inventory: {
          coverage: [aCoverage({ at: '2026-11-20T05:00:00.000Z' })],
          dependents: [aDependent({ seenAt: '2026-11-20T05:00:00.000Z' })],
          usage: [aUsage([...usageDays('2026-10-21', [50]), ...usageDays('2026-11-18', [calls])])],
        },
      });

    expect(priorityOf(used(50))).toBe('medium');
    expect(priorityOf(used(0))).toBe('low');
  });
});
