import * as fc from 'fast-check';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import { plusDays } from '../../domain/calendar-date.ts';
import type { Team } from '../../domain/team.ts';
import { aTeam } from './situation.ts';

/** Zones with daylight saving, without, ahead, behind, half an hour off, and one whose clocks move by half an hour. */
export const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Australia/Lord_Howe',
  'America/St_Johns',
] as const;

/** Days around leap days, changes of the clocks and turns of the year, and any others from 2024 to 2032. */
export const anyDay: fc.Arbitrary<CalendarDate> = fc.oneof(
  fc.constantFrom('2024-02-29', '2028-02-29', '2026-03-29', '2026-10-25', '2026-11-01', '2027-03-14', '2026-12-31'),
  fc.nat({ max: 3000 }).map((days) => plusDays('2024-01-01', days)),
);

/** A team with working days, holidays and freezes of its own around a day. */
export function anyTeam(around: CalendarDate): fc.Arbitrary<Team> {
  const near = fc.integer({ min: -200, max: 200 }).map((days) => plusDays(around, days));
  return fc
    .record({
      timeZone: fc.constantFrom(...zones),
      workingDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
      holidays: fc.uniqueArray(near, { maxLength: 6 }),
      freezes: fc.array(
        fc
          .tuple(near, fc.nat({ max: 20 }))
          .map(([from, days]) => ({ from, to: plusDays(from, days), reason: 'audit' })),
        { maxLength: 2 },
      ),
    })
    .map(aTeam);
}
