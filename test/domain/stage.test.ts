import { describe, expect, it } from 'vitest';
import type { Dates, Lifecycle } from '../../domain/lifecycle.ts';
import { daysLeft, stageAt } from '../../domain/stage.ts';
import { aWithdrawal, utc } from '../builders/situation.ts';

const unknown: Dates = { launch: null, legacy: null, extendedAccess: null, endOfLife: null, noSoonerThan: null };
const sonnet: Dates = {
  ...unknown,
  launch: '2025-09-29',
  legacy: '2026-10-08',
  extendedAccess: '2027-01-08',
  endOfLife: '2027-04-08',
};

describe('stageAt', () => {
  it.each`
    now                                | dates                                                   | stage               | why
    ${'2026-10-07T23:59:59.999Z'}      | ${sonnet}                                               | ${'active'}         | ${'the last moment before Legacy'}
    ${'2026-10-08T00:00:00.000Z'}      | ${sonnet}                                               | ${'legacy'}         | ${'Legacy begins on its own day, at 00:00 UTC'}
    ${'2026-10-08T01:30:00.000+02:00'} | ${sonnet}                                               | ${'active'}         | ${'which is not yet begun in UTC'}
    ${'2026-10-07T17:00:00.000-07:00'} | ${sonnet}                                               | ${'legacy'}         | ${'which has begun in UTC, a day early in the west'}
    ${'2027-01-07T23:59:59.999Z'}      | ${sonnet}                                               | ${'legacy'}         | ${'the last moment before extended access'}
    ${'2027-01-08T00:00:00.000Z'}      | ${sonnet}                                               | ${'extendedAccess'} | ${'extended access follows Legacy'}
    ${'2027-04-07T23:59:59.999Z'}      | ${sonnet}                                               | ${'extendedAccess'} | ${'the last moment of the model'}
    ${'2027-04-08T00:00:00.000Z'}      | ${sonnet}                                               | ${'endOfLife'}      | ${'end of life is not a usable day'}
    ${'2030-01-01T00:00:00.000Z'}      | ${sonnet}                                               | ${'endOfLife'}      | ${'an end stays'}
    ${'2027-02-01T00:00:00.000Z'}      | ${{ ...sonnet, extendedAccess: null }}                  | ${'legacy'}         | ${'Amazon’s own models have no extended access'}
    ${'2027-05-01T00:00:00.000Z'}      | ${{ ...unknown, endOfLife: '2027-04-08' }}              | ${'endOfLife'}      | ${'an end without Legacy is an end'}
    ${'2027-02-01T00:00:00.000Z'}      | ${{ ...unknown, endOfLife: '2027-04-08' }}              | ${'active'}         | ${'nobody said that Legacy began'}
    ${'2030-01-01T00:00:00.000Z'}      | ${{ ...unknown, noSoonerThan: '2026-11-24' }}           | ${'active'}         | ${'a floor that has passed is no end'}
    ${'2030-01-01T00:00:00.000Z'}      | ${{ ...sonnet, endOfLife: null, extendedAccess: null }} | ${'legacy'}         | ${'Legacy without a known end stays Legacy'}
    ${'2026-11-20T00:00:00.000Z'}      | ${unknown}                                              | ${'active'}         | ${'no dates, no change'}
  `('$stage at $now: $why', ({ now, dates, stage }: { now: string; dates: Dates; stage: string }) => {
    expect(stageAt({ dates, withdrawal: null }, utc(now))).toBe(stage);
  });

  it('a model that was withdrawn is at its end, whatever its dates say', () => {
    const lifecycle: Pick<Lifecycle, 'dates' | 'withdrawal'> = { dates: sonnet, withdrawal: aWithdrawal() };

    expect(stageAt(lifecycle, utc('2026-01-01'))).toBe('endOfLife');
  });
});

describe('daysLeft', () => {
  it.each`
    now                            | endOfLife       | days    | why
    ${'2027-04-07T23:59:59Z'}      | ${'2027-04-08'} | ${1}    | ${'a moment before is still a day'}
    ${'2027-04-08T00:00:00Z'}      | ${'2027-04-08'} | ${0}    | ${'none on the day itself'}
    ${'2027-04-08T23:59:59Z'}      | ${'2027-04-08'} | ${0}    | ${'until that day is over'}
    ${'2027-04-10T00:00:00Z'}      | ${'2027-04-08'} | ${-2}   | ${'negative after it'}
    ${'2026-10-08T12:00:00Z'}      | ${'2027-04-08'} | ${182}  | ${'six months are not 180 days'}
    ${'2027-04-07T20:00:00-07:00'} | ${'2027-04-08'} | ${0}    | ${'whole days are days of UTC'}
    ${'2028-02-28T00:00:00Z'}      | ${'2028-03-01'} | ${2}    | ${'a leap day is a day'}
    ${'2027-04-08T00:00:00Z'}      | ${null}         | ${null} | ${'no end is known'}
  `(
    '$days at $now: $why',
    ({ now, endOfLife, days }: { now: string; endOfLife: string | null; days: number | null }) => {
      expect(daysLeft({ endOfLife }, utc(now))).toBe(days);
    },
  );
});
