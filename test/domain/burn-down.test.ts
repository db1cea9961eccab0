import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BurnDownFacts, KnownBurnDown } from '../../domain/burn-down.ts';
import { burnDown } from '../../domain/burn-down.ts';
import { daysBetween, everyDay, plusDays } from '../../domain/calendar-date.ts';
import type { Phase } from '../../domain/phases.ts';
import { plannedOn } from '../../domain/planned-use.ts';
import { useByDay } from '../../domain/team-use.ts';
import { aUsage, usageDays } from '../builders/dependent.ts';

const migrate: Phase = { name: 'migrate', start: '2026-12-01', end: '2026-12-21' };
const use = (from: string, calls: readonly number[]) => useByDay([{ usage: aUsage(usageDays(from, calls)), share: 1 }]);
const steady = (days: number, calls = 100) => Array.from({ length: days }, () => calls);

function known(facts: Partial<BurnDownFacts>): KnownBurnDown {
  const down = burnDown({
    old: use('2026-11-01', []),
    replacement: use('2026-11-01', []),
    phases: [migrate],
    openedOn: '2026-11-10',
    seenThrough: '2026-11-30',
    tolerancePercent: 10,
    ...facts,
  });
  if (down.kind === 'unknown') throw new Error('expected a burn-down that is known');
  return down;
}

describe('a burn-down', () => {
  it('is unknown, not zero, where use was never read', () => {
    expect(burnDown({ ...factsOf(), seenThrough: null })).toEqual({ kind: 'unknown' });
  });

  it('knows each day’s part of calls and of tokens that the old model still has', () => {
    const { days } = known({
      old: use('2026-11-28', [30, 0, 10]),
      replacement: use('2026-11-29', [0, 30]),
    });

    expect(days.map(({ day, callsOnOld, tokensOnOld }) => [day, callsOnOld, tokensOnOld])).toEqual([
      ['2026-11-28', 1, 1],
      ['2026-11-29', null, null],
      ['2026-11-30', 0.25, 0.25],
    ]);
  });

  it.each`
    from            | calls                                 | openedOn        | remaining | why
    ${'2026-11-03'} | ${[...steady(7), ...steady(21, 50)]}  | ${'2026-11-10'} | ${0.5}    | ${'against the week before it was opened'}
    ${'2026-11-08'} | ${[...steady(2), ...steady(21, 50)]}  | ${'2026-11-10'} | ${0.5}    | ${'of which only two days are known'}
    ${'2026-11-15'} | ${[...steady(7), ...steady(9, 25)]}   | ${'2026-11-10'} | ${0.25}   | ${'against the first week with use'}
    ${'2026-11-29'} | ${steady(2)}                          | ${'2026-11-10'} | ${1}      | ${'of use that just began, all is left'}
    ${'2026-11-03'} | ${[...steady(7), ...steady(21, 150)]} | ${'2026-11-10'} | ${1.5}    | ${'use that grows'}
    ${'2026-11-03'} | ${[...steady(7), ...steady(12)]}      | ${'2026-11-10'} | ${0}      | ${'a week without a call'}
    ${'2026-12-01'} | ${[5]}                                | ${'2026-11-10'} | ${1}      | ${'a first call today, of which no day is complete'}
    ${'2026-11-10'} | ${[]}                                 | ${'2026-11-10'} | ${0}      | ${'no call ever'}
  `('has $remaining left: $why', ({ from, calls, openedOn, remaining }: Row) => {
    expect(known({ old: use(from, calls), openedOn }).remaining).toBeCloseTo(remaining);
  });

  it('counts every day of the last week, those without a call too', () => {
    expect(known({ old: use('2026-11-03', [...steady(7), ...steady(20, 0), 70]) }).remaining).toBeCloseTo(0.1);
  });

  it.each`
    calls                                   | seenThrough     | quiet | last            | why
    ${[...steady(20), ...steady(5, 0)]}     | ${'2026-11-25'} | ${5}  | ${'2026-11-20'} | ${'days after the last call'}
    ${steady(25)}                           | ${'2026-11-24'} | ${0}  | ${'2026-11-25'} | ${'a call today counts at once'}
    ${[...steady(20), ...steady(11, 0), 1]} | ${'2026-11-30'} | ${0}  | ${'2026-12-02'} | ${'also after a pause'}
    ${[]}                                   | ${'2026-11-25'} | ${30} | ${null}         | ${'no call in all the days looked at'}
    ${steady(20)}                           | ${'2026-11-19'} | ${0}  | ${'2026-11-20'} | ${'a day that is not complete is never quiet'}
  `('is quiet for $quiet days: $why', ({ calls, seenThrough, quiet, last }: Row) => {
    const down = known({ old: use('2026-11-01', calls), seenThrough });

    expect([down.quietDays, down.lastUsedOn]).toEqual([quiet, last]);
  });
});

describe('the plan', () => {
  it.each`
    day             | planned | why
    ${'2026-11-30'} | ${1}    | ${'all is there before traffic moves'}
    ${'2026-12-01'} | ${1}    | ${'and on the first day'}
    ${'2026-12-11'} | ${0.5}  | ${'half way'}
    ${'2026-12-21'} | ${0}    | ${'nothing at the end'}
    ${'2027-01-21'} | ${0}    | ${'nor after it'}
  `('has $planned on $day: $why', ({ day, planned }: { day: string; planned: number }) => {
    expect(plannedOn(day, [migrate])).toBeCloseTo(planned);
  });

  it('has everything left where there is no plan', () => {
    expect(plannedOn('2027-01-01', [])).toBe(1);
  });

  it('is all or nothing where the phase begins and ends on one day', () => {
    const atOnce: Phase[] = [{ name: 'migrate', start: '2026-12-01', end: '2026-12-01' }];

    expect([plannedOn('2026-11-30', atOnce), plannedOn('2026-12-01', atOnce)]).toEqual([1, 0]);
  });

  it('counts the days in a row that a team is behind it', () => {
    const down = known({ old: use('2026-11-01', steady(60)), seenThrough: '2026-12-08' });

    expect(down).toMatchObject({ behind: true, remaining: 1 });
    // A mean over seven days: by 5 December the plan has just above a tenth less than all.
    expect(down.daysBehind).toBe(daysBetween('2026-12-06', '2026-12-08') + 1);
  });

  it('is not missed by a team that is ahead, nor by one that has not begun', () => {
    expect(known({ old: use('2026-11-01', [...steady(20), 0]), seenThrough: '2026-11-28' }).behind).toBe(false);
    expect(known({ old: use('2026-11-01', steady(30)) })).toMatchObject({ behind: false, daysBehind: 0 });
  });

  it('is kept by whoever keeps to it, on every day, with no tolerance at all', () => {
    const phases = fc
      .tuple(fc.nat(40), fc.integer({ min: 1, max: 60 }))
      .map(([wait, length]): Phase[] => [
        { name: 'migrate', start: plusDays('2026-11-10', wait), end: plusDays('2026-11-10', wait + length) },
      ]);
    fc.assert(
      fc.property(phases, fc.nat(110), (plan, age) => {
        const days = everyDay('2026-11-01', '2027-03-20');
        const old = use(
          '2026-11-01',
          days.map((day) => 1_000 * plannedOn(day, plan)),
        );
        const down = known({ old, phases: plan, tolerancePercent: 0, seenThrough: plusDays('2026-11-10', age) });

        expect(down.behind).toBe(false);
        expect(down.remaining).toBeCloseTo(down.planned);
      }),
    );
  });
});

describe('for any use', () => {
  const calls = fc.array(fc.oneof(fc.constant(0), fc.nat(1_000)), { maxLength: 70 });
  const facts = fc.record({ old: calls, replacement: calls, age: fc.nat(60), opened: fc.nat(40) });

  it('shares lie between nothing and all, days follow without a gap, and a quiet day has no call', () => {
    fc.assert(
      fc.property(facts, ({ old, replacement, age, opened }) => {
        const seenThrough = plusDays('2026-11-01', age);
        const down = known({
          old: use('2026-10-20', old),
          replacement: use('2026-10-20', replacement),
          seenThrough,
          openedOn: plusDays('2026-10-15', opened),
        });

        expect(down.remaining).toBeGreaterThanOrEqual(0);
        expect(down.planned).toBeGreaterThanOrEqual(0);
        expect(down.planned).toBeLessThanOrEqual(1);
        for (const { callsOnOld } of down.days.filter((day) => day.callsOnOld !== null)) {
          expect(callsOnOld).toBeGreaterThanOrEqual(0);
          expect(callsOnOld).toBeLessThanOrEqual(1);
        }
        const [first] = down.days;
        expect(down.days.map(({ day }) => day)).toEqual(first ? everyDay(first.day, seenThrough) : []);
        if (down.lastUsedOn !== null)
          for (const { old: on } of down.days.slice(down.days.length - down.quietDays)) expect(on.calls).toBe(0);
      }),
    );
  });
});

type Row = { from: string; calls: number[]; openedOn: string; remaining: number } & {
  seenThrough: string;
  quiet: number;
  last: string | null;
};

function factsOf(): BurnDownFacts {
  return {
    old: use('2026-11-01', steady(10)),
    replacement: use('2026-11-01', []),
    phases: [],
    openedOn: '2026-11-10',
    seenThrough: '2026-11-30',
    tolerancePercent: 10,
  };
}
