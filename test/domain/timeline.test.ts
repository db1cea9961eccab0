import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBetween, plusDays } from '../../domain/calendar-date.ts';
import type { Dates, Lifecycle } from '../../domain/lifecycle.ts';
import { defaultPolicy, phaseNames } from '../../domain/policy.ts';
import { timeline } from '../../domain/timeline.ts';
import { anyDay, anyTeam, zones } from '../builders/arbitrary-team.ts';
import { aTeam, aWithdrawal, sonnet45, utc } from '../builders/situation.ts';

const unknown: Dates = { launch: null, legacy: null, extendedAccess: null, endOfLife: null, noSoonerThan: null };
const sonnet: Dates = { ...unknown, legacy: '2026-10-08', extendedAccess: '2027-01-08', endOfLife: '2027-04-08' };

function lifecycle(dates: Partial<Dates>, more: Partial<Lifecycle> = {}): Lifecycle {
  return {
    modelId: sonnet45,
    regions: ['us-east-1'],
    regime: 'before-2026-09-07',
    dates: { ...unknown, ...dates },
    sources: [],
    disagreements: [],
    withdrawal: null,
    ...more,
  };
}

const planned = (dates: Partial<Dates>, plannedFrom: string, now = plannedFrom, team = aTeam()) =>
  timeline(lifecycle(dates), team, defaultPolicy, plannedFrom, utc(now));

describe('the date that binds', () => {
  it.each`
    plannedFrom     | now             | dates                                          | name                | why
    ${'2026-10-08'} | ${'2026-10-08'} | ${sonnet}                                      | ${'extendedAccess'} | ${'three months to it'}
    ${'2026-11-24'} | ${'2026-11-24'} | ${sonnet}                                      | ${'extendedAccess'} | ${'45 days to it'}
    ${'2026-11-25'} | ${'2026-11-25'} | ${sonnet}                                      | ${'endOfLife'}      | ${'44 days to it'}
    ${'2026-10-08'} | ${'2027-01-07'} | ${sonnet}                                      | ${'extendedAccess'} | ${'plans do not move as days pass'}
    ${'2026-10-08'} | ${'2027-01-08'} | ${sonnet}                                      | ${'endOfLife'}      | ${'the first aim was missed'}
    ${'2026-10-08'} | ${'2026-10-08'} | ${{ ...sonnet, extendedAccess: null }}         | ${'endOfLife'}      | ${'no extended access'}
    ${'2026-10-08'} | ${'2026-10-08'} | ${{ ...sonnet, endOfLife: null }}              | ${'extendedAccess'} | ${'an end that nobody has said'}
    ${'2026-10-08'} | ${'2026-10-08'} | ${{ ...sonnet, extendedAccess: '2027-05-08' }} | ${'endOfLife'}      | ${'extended access after the end is a mistake'}
    ${'2026-10-08'} | ${'2026-10-08'} | ${{ legacy: '2026-10-08' }}                    | ${null}             | ${'no date to work back from'}
    ${'2026-10-08'} | ${'2026-10-08'} | ${{ noSoonerThan: '2027-04-08' }}              | ${null}             | ${'a floor is no date'}
  `(
    '$name heard on $plannedFrom, on $now: $why',
    ({
      plannedFrom,
      now,
      dates,
      name,
    }: {
      plannedFrom: string;
      now: string;
      dates: Partial<Dates>;
      name: string | null;
    }) => {
      expect(planned(dates, plannedFrom, now).binding?.name ?? null).toBe(name);
    },
  );

  it('is no date for a model that was withdrawn: nothing is left to plan', () => {
    const gone = lifecycle(sonnet, { withdrawal: aWithdrawal() });

    const line = timeline(gone, aTeam(), defaultPolicy, '2026-10-08', utc('2026-10-08'));

    expect(line).toMatchObject({ stage: 'endOfLife', binding: null, plan: null, phases: [], milestones: [] });
  });

  it('plans nothing where no date is known', () => {
    expect(planned({}, '2026-10-08')).toMatchObject({ stage: 'active', daysLeft: null, plan: null, phases: [] });
  });
});

describe('for any dates, zones, working days, holidays and freezes', () => {
  const anyCase = fc
    .tuple(anyDay, fc.integer({ min: 0, max: 400 }), fc.option(fc.integer({ min: 0, max: 400 })), fc.nat({ max: 500 }))
    .chain(([heard, toEnd, beforeEnd, later]) =>
      anyTeam(plusDays(heard, toEnd)).map((team) => {
        const endOfLife = plusDays(heard, toEnd);
        const extendedAccess = beforeEnd === null ? null : plusDays(endOfLife, -beforeEnd);
        const now = plusDays(heard, later);
        return {
          heard,
          endOfLife,
          extendedAccess,
          team,
          now,
          line: planned({ extendedAccess, endOfLife }, heard, now, team),
        };
      }),
    );

  it('the phases are the five, in order and contiguous, and never begin before the team heard', () => {
    fc.assert(
      fc.property(anyCase, ({ heard, line }) => {
        expect(line.phases.map(({ name }) => name)).toEqual(phaseNames);
        line.phases.forEach(({ start, end }, index) => {
          expect(start <= end).toBe(true);
          if (index > 0) expect(start).toBe(line.phases[index - 1]?.end);
        });
        expect((line.phases[0]?.start ?? '') >= heard).toBe(true);
      }),
    );
  });

  it('everything is done before the date that binds, in the team’s own days', () => {
    fc.assert(
      fc.property(anyCase, ({ line, heard }) => {
        const binding = line.binding?.date ?? '';
        fc.pre(binding > plusDays(heard, 1) && line.stage !== 'endOfLife');

        expect((line.phases.at(-1)?.end ?? '') <= binding).toBe(true);
      }),
    );
  });

  it('extended access binds exactly where enough days remained to it when the team heard, until it begins', () => {
    fc.assert(
      fc.property(anyCase, ({ heard, endOfLife, extendedAccess, now, line }) => {
        const ahead =
          extendedAccess !== null &&
          extendedAccess <= endOfLife &&
          daysBetween(heard, extendedAccess) >= 45 &&
          now < extendedAccess;

        expect(line.binding?.name).toBe(ahead ? 'extendedAccess' : 'endOfLife');
      }),
    );
  });

  it('45 days of notice are a whole plan in every zone', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...zones), (heard, timeZone) => {
        const line = planned({ endOfLife: plusDays(heard, 45) }, heard, heard, aTeam({ timeZone }));

        expect(line.plan).toBe('scaled');
        expect(line.phases.every(({ start, end }) => start < end)).toBe(true);
      }),
    );
  });

  it('a plan does not move as days pass before the date that binds', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 300 }), fc.nat({ max: 299 }), (heard, toEnd, later) => {
        fc.pre(later < toEnd);
        const dates = { endOfLife: plusDays(heard, toEnd) };

        expect(planned(dates, heard, plusDays(heard, later)).phases).toEqual(planned(dates, heard).phases);
      }),
    );
  });
});

describe('where a day begins', () => {
  it.each`
    timeZone                 | last            | why
    ${'UTC'}                 | ${'2027-04-08'} | ${'the end begins at 00:00 UTC'}
    ${'Europe/Berlin'}       | ${'2027-04-08'} | ${'east of Greenwich the end begins during that day'}
    ${'America/New_York'}    | ${'2027-04-07'} | ${'in the west it begins in the evening of the day before'}
    ${'Pacific/Apia'}        | ${'2027-04-08'} | ${'on the far side of the date line'}
    ${'Australia/Lord_Howe'} | ${'2027-04-08'} | ${'half hours change nothing'}
  `('in $timeZone everything is done before $last: $why', ({ timeZone, last }: { timeZone: string; last: string }) => {
    const { phases } = planned({ endOfLife: '2027-04-08' }, '2026-10-08', '2026-10-08', aTeam({ timeZone }));

    expect(phases.at(-1)?.end).toBe(last);
  });
});

describe('milestones', () => {
  const { milestones } = planned(sonnet, '2026-10-08', '2027-03-09');
  const due = (name: string) => milestones.find((milestone) => milestone.name === name);

  it('are the stage changes and the days before end of life, as they fall', () => {
    expect(milestones.map(({ name }) => name)).toEqual([
      'legacy',
      '180 days before end of life',
      'extendedAccess',
      '90 days before end of life',
      '60 days before end of life',
      '30 days before end of life',
      '14 days before end of life',
      '7 days before end of life',
      '3 days before end of life',
      '1 day before end of life',
      'endOfLife',
    ]);
    expect(milestones.map((milestone) => milestone.due)).toEqual(
      milestones.map((milestone) => milestone.due).toSorted(),
    );
  });

  it.each`
    name                            | day             | overdue  | why
    ${'legacy'}                     | ${'2026-10-08'} | ${true}  | ${'past'}
    ${'60 days before end of life'} | ${'2027-02-07'} | ${true}  | ${'past'}
    ${'30 days before end of life'} | ${'2027-03-09'} | ${false} | ${'due today is not overdue'}
    ${'1 day before end of life'}   | ${'2027-04-07'} | ${false} | ${'ahead'}
    ${'endOfLife'}                  | ${'2027-04-08'} | ${false} | ${'ahead'}
  `('$name is due on $day: $why', ({ name, day, overdue }: { name: string; day: string; overdue: boolean }) => {
    expect(due(name)).toEqual({ name, due: day, overdue });
  });

  it('count down to nothing where no end is known', () => {
    expect(planned({ legacy: '2026-10-08' }, '2026-10-08').milestones.map(({ name }) => name)).toEqual(['legacy']);
  });
});

it('a timeline carries the stage, the days left and what the stage restricts', () => {
  const line = planned(sonnet, '2026-10-08', '2026-11-20T09:00:00Z');

  expect(line).toMatchObject({
    stage: 'legacy',
    daysLeft: 139,
    binding: { name: 'extendedAccess', date: '2027-01-08' },
  });
  expect(line.restrictions.map(({ name }) => name)).toContain('noQuotaIncrease');
});
