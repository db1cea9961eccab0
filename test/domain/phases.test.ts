import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBetween, plusDays, weekdayOf } from '../../domain/calendar-date.ts';
import type { Plan, Window } from '../../domain/phases.ts';
import { planPhases } from '../../domain/phases.ts';
import type { PhaseName } from '../../domain/policy.ts';
import { defaultPolicy, phaseNames } from '../../domain/policy.ts';
import type { Team } from '../../domain/team.ts';
import { isUsable } from '../../domain/working-days.ts';
import { anyDay, anyTeam } from '../builders/arbitrary-team.ts';
import { aTeam } from '../builders/situation.ts';

/** The usable days of each phase of a plan. */
function usableDays({ phases }: Plan, team: Team): Record<string, number> {
  return Object.fromEntries(
    phases.map(({ name, start, end }) => {
      const days = Array.from({ length: Math.max(0, daysBetween(start, end)) }, (_, index) => plusDays(start, index));
      return [name, days.filter((day) => isUsable(day, name, team)).length];
    }),
  );
}

const planned = fc.tuple(anyDay, fc.integer({ min: 0, max: 260 })).chain(([from, days]) =>
  anyTeam(plusDays(from, days)).map((team) => {
    const window: Window = { from, until: plusDays(from, days) };
    return { window, team, plan: planPhases(window, defaultPolicy, team) };
  }),
);

describe('for any window and team', () => {
  it('the phases are the five, in order, without a gap, inside the window', () => {
    fc.assert(
      fc.property(planned, ({ window, plan: { phases } }) => {
        expect(phases.map(({ name }) => name)).toEqual(phaseNames);
        phases.forEach(({ start, end }, index) => {
          expect(start <= end).toBe(true);
          expect(start).toBe(index === 0 ? start : phases[index - 1]?.end);
        });
        expect((phases[0]?.start ?? '') >= window.from).toBe(true);
        expect(phases.at(-1)?.end).toBe(window.until);
      }),
    );
  });

  it('each phase starts on a day on which it can progress, and has a day, unless every day counts', () => {
    fc.assert(
      fc.property(planned, ({ team, plan }) => {
        fc.pre(plan.kind !== 'emergency');

        for (const { name, start } of plan.phases) expect(isUsable(start, name, team)).toBe(true);
        expect(Object.values(usableDays(plan, team)).every((days) => days >= 1)).toBe(true);
      }),
    );
  });

  it('a full plan gives each phase exactly the days of the policy, none of them a holiday, and no freeze to what changes production', () => {
    fc.assert(
      fc.property(planned, ({ team, plan }) => {
        fc.pre(plan.kind === 'full');

        expect(usableDays(plan, team)).toEqual(defaultPolicy.phaseWorkingDays);
      }),
    );
  });

  it('a scaled plan gives no phase more than a full one', () => {
    fc.assert(
      fc.property(planned, ({ team, plan }) => {
        fc.pre(plan.kind === 'scaled');

        const days = usableDays(plan, team);
        for (const name of phaseNames) expect(days[name]).toBeLessThanOrEqual(defaultPolicy.phaseWorkingDays[name]);
      }),
    );
  });

  it('a scaled plan uses every working day there is', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 10, max: 76 }), (from, days) => {
        const [team, window] = [aTeam(), { from, until: plusDays(from, days) }];
        const plan = planPhases(window, defaultPolicy, team);
        fc.pre(plan.kind === 'scaled');
        const all = Array.from({ length: days }, (_, index) => plusDays(from, index));

        const used = Object.values(usableDays(plan, team)).reduce((sum, one) => sum + one, 0);
        expect(used).toBe(all.filter((day) => isUsable(day, 'test', team)).length);
      }),
    );
  });

  it('a longer window never makes a plan shorter', () => {
    fc.assert(
      fc.property(planned, fc.integer({ min: 1, max: 60 }), ({ window, team, plan }, more) => {
        fc.pre(plan.kind !== 'emergency');
        const longer = planPhases({ ...window, from: plusDays(window.from, -more) }, defaultPolicy, team);
        const total = (one: Plan) => Object.values(usableDays(one, team)).reduce((sum, days) => sum + days, 0);

        expect(total(longer)).toBeGreaterThanOrEqual(total(plan));
      }),
    );
  });
});

describe('the kind of plan', () => {
  it.each`
    from            | until           | kind           | why
    ${'2026-10-08'} | ${'2027-04-08'} | ${'full'}      | ${'six months of notice'}
    ${'2026-11-20'} | ${'2027-01-04'} | ${'scaled'}    | ${'45 days of notice, over Christmas'}
    ${'2026-11-20'} | ${'2026-11-30'} | ${'scaled'}    | ${'ten days are not yet an emergency'}
    ${'2026-11-20'} | ${'2026-11-29'} | ${'emergency'} | ${'nine are'}
    ${'2026-11-20'} | ${'2026-11-21'} | ${'emergency'} | ${'a day'}
    ${'2026-11-20'} | ${'2026-11-20'} | ${'emergency'} | ${'none'}
  `('from $from until $until is $kind: $why', ({ from, until, kind }: Window & { kind: string }) => {
    expect(planPhases({ from, until }, defaultPolicy, aTeam()).kind).toBe(kind);
  });

  it('is an emergency where the team has not a working day for each phase', () => {
    const team = aTeam({ workingDays: [1], freezes: [{ from: '2026-11-01', to: '2027-01-31', reason: 'audit' }] });

    expect(planPhases({ from: '2026-11-20', until: '2027-01-04' }, defaultPolicy, team).kind).toBe('emergency');
  });

  it('45 days of notice are a whole plan, with a working day in each phase, in any week of any year', () => {
    fc.assert(
      fc.property(anyDay, (from) => {
        const team = aTeam();
        const plan = planPhases({ from, until: plusDays(from, 45) }, defaultPolicy, team);

        expect(plan.kind).toBe('scaled');
        expect(Object.values(usableDays(plan, team)).every((days) => days >= 1)).toBe(true);
      }),
    );
  });

  it('an emergency plan counts weekends too', () => {
    const { phases } = planPhases({ from: '2026-11-21', until: '2026-11-26' }, defaultPolicy, aTeam());

    expect(phases.map(({ start }) => start)).toEqual([
      '2026-11-21',
      '2026-11-22',
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
    ]);
  });
});

describe('isUsable', () => {
  const freeze = { from: '2026-12-15', to: '2027-01-04', reason: 'Christmas' };
  const team = aTeam({ holidays: ['2026-12-24'], freezes: [freeze] });

  it.each`
    day             | phase        | usable   | why
    ${'2026-12-14'} | ${'migrate'} | ${true}  | ${'a Monday before the freeze'}
    ${'2026-12-15'} | ${'migrate'} | ${false} | ${'the first day of the freeze'}
    ${'2027-01-04'} | ${'operate'} | ${false} | ${'the last day of the freeze'}
    ${'2027-01-05'} | ${'operate'} | ${true}  | ${'the day after'}
    ${'2026-12-15'} | ${'test'}    | ${true}  | ${'a freeze stops nothing but changes to production'}
    ${'2026-12-24'} | ${'test'}    | ${false} | ${'a holiday stops everything'}
    ${'2026-12-19'} | ${'test'}    | ${false} | ${'a Saturday'}
  `('$day for $phase: $why', ({ day, phase, usable }: { day: string; phase: PhaseName; usable: boolean }) => {
    expect(isUsable(day, phase, team)).toBe(usable);
  });
});

describe('calendar dates', () => {
  it.each`
    day             | weekday | why
    ${'1970-01-01'} | ${4}    | ${'a Thursday'}
    ${'2026-11-20'} | ${5}    | ${'a Friday'}
    ${'2028-02-29'} | ${2}    | ${'a leap day'}
    ${'1969-12-29'} | ${1}    | ${'a Monday before the count of days begins'}
  `('$day is weekday $weekday: $why', ({ day, weekday }: { day: string; weekday: number }) => {
    expect(weekdayOf(day)).toBe(weekday);
  });

  it('adding days and counting them are each other’s reverse', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -800, max: 800 }), (day, days) => {
        expect(daysBetween(day, plusDays(day, days))).toBe(days);
        expect(weekdayOf(plusDays(day, 7))).toBe(weekdayOf(day));
      }),
    );
  });
});
