import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plusDays } from '../../domain/calendar-date.ts';
import { isAsleep, silencedUntil, snoozeLimit } from '../../domain/snooze.ts';
import { aCatalogue, aSituation, aWithdrawal, aWord, sonnetCatalogue } from '../builders/situation.ts';

const snooze = {
  until: '2026-12-15',
  reason: 'Tests run next week',
  by: 'U0123456789',
  at: '2026-11-20T09:00:00.000Z',
};

describe('how long somebody may sleep', () => {
  it.each`
    now             | limit                                                                                          | why
    ${'2026-09-30'} | ${{ kind: 'upTo', day: '2026-10-08', because: { day: '2026-10-08', what: 'legacy' } }}         | ${'Legacy begins next'}
    ${'2026-11-20'} | ${{ kind: 'upTo', day: '2027-01-08', because: { day: '2027-01-08', what: 'extendedAccess' } }} | ${'then extended access'}
    ${'2027-01-08'} | ${{ kind: 'upTo', day: '2027-04-08', because: { day: '2027-04-08', what: 'endOfLife' } }}      | ${'a date that is today is not ahead'}
    ${'2027-04-07'} | ${{ kind: 'refused', why: 'tomorrow', because: { day: '2027-04-08', what: 'endOfLife' } }}     | ${'there is no night left to sleep'}
    ${'2027-04-08'} | ${{ kind: 'refused', why: 'ended' }}                                                           | ${'the end has come'}
  `('on $now: $why', ({ now, limit }: { now: string; limit: unknown }) => {
    expect(snoozeLimit(aSituation({ now: `${now}T09:00:00Z` }))).toEqual(limit);
  });

  it('counts a Region that ends earlier than the others', () => {
    const early = aWord('endOfLife', '2026-12-01', { region: 'us-east-1' });
    const words = [...(sonnetCatalogue().models[0]?.words ?? []), early];

    expect(snoozeLimit(aSituation({ catalogue: sonnetCatalogue({ words }) }))).toMatchObject({ day: '2026-12-01' });
  });

  it('counts an announced price, which no milestone is', () => {
    const price = { effective: '2026-12-10', regions: [], input: 0.006, output: 0.02, per: 1000, currency: 'USD' };
    const situation = aSituation({ migration: { prices: [price] } });

    expect(snoozeLimit(situation)).toMatchObject({ day: '2026-12-10', because: { what: 'price' } });
  });

  it('is a month where nobody gives a date, which is time to find one', () => {
    expect(snoozeLimit(aSituation({ catalogue: aCatalogue() }))).toEqual({
      kind: 'upTo',
      day: '2026-12-20',
      because: null,
    });
  });

  it('is refused for a model that is gone', () => {
    const situation = aSituation({ heard: { withdrawals: [aWithdrawal()] } });

    expect(snoozeLimit(situation)).toEqual({ kind: 'refused', why: 'withdrawn' });
  });

  it('is refused for what is done', () => {
    const situation = aSituation();
    const done = { ...situation, migration: { ...situation.migration, status: 'done' as const } };

    expect(snoozeLimit(done)).toEqual({ kind: 'refused', why: 'done' });
  });
});

describe('whether reminders rest', () => {
  it.each`
    today           | asleep   | why
    ${'2026-11-20'} | ${true}  | ${'from the day it was asked for'}
    ${'2026-12-14'} | ${true}  | ${'to the day before its end'}
    ${'2026-12-15'} | ${false} | ${'they begin again on the day it is until'}
  `('$asleep on $today: $why', ({ today, asleep }: { today: string; asleep: boolean }) => {
    expect(isAsleep(snooze, [{ day: '2027-01-08', what: 'extendedAccess' }], today)).toBe(asleep);
  });

  it('not past a date that was moved to before its end', () => {
    const moved = [{ day: '2026-12-01', what: 'endOfLife' }] as const;

    expect(isAsleep(snooze, moved, '2026-11-30')).toBe(true);
    expect(isAsleep(snooze, moved, '2026-12-01')).toBe(false);
    expect(isAsleep(snooze, moved, '2026-12-05')).toBe(false);
  });

  it('never on or after a date that matters and lies ahead of the snooze, whatever its end', () => {
    const days = fc.integer({ min: 1, max: 200 }).map((count) => plusDays('2026-11-20', count));
    fc.assert(
      fc.property(days, days, days, (until, day, today) => {
        fc.pre(today >= day);
        expect(isAsleep({ ...snooze, until }, [{ day, what: 'endOfLife' }], today)).toBe(false);
      }),
    );
  });
});

describe('what stays silent', () => {
  it('is each milestone before the day, and the ladder that nobody has stopped', () => {
    expect(silencedUntil(aSituation(), '2027-02-10')).toEqual([
      { kind: 'milestone', day: '2027-01-08', name: 'extendedAccess' },
      { kind: 'milestone', day: '2027-01-08', name: '90 days before end of life' },
      { kind: 'milestone', day: '2027-02-07', name: '60 days before end of life' },
      { kind: 'escalation', day: null },
    ]);
  });

  it('is nothing where nothing falls due and somebody has acknowledged', () => {
    const acknowledged = { by: 'ana', at: '2026-11-19T09:00:00.000Z' };

    expect(silencedUntil(aSituation({ migration: { acknowledged } }), '2026-11-25')).toEqual([]);
  });
});
