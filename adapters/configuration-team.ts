import { IANAZone } from 'luxon';
import * as z from 'zod/mini';
import { channel, day, name } from './configuration-fields.ts';
import { TrackerFields } from './configuration-tracker.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export const Team = z.strictObject({
  channel,
  tracker: z.optional(TrackerFields),
  moreTrackers: z._default(z.array(TrackerFields), []),
  timeZone: z._default(
    z
      .string()
      .check(z.refine((zone) => IANAZone.isValidZone(zone), 'expected an IANA time zone, such as Europe/Berlin')),
    'UTC',
  ),
  workingDays: z._default(z.array(z.enum(weekdays)).check(z.minLength(1, 'expected at least one day')), [
    'mon',
    'tue',
    'wed',
    'thu',
    'fri',
  ]),
  holidays: z._default(z.array(day), []),
  freezes: z._default(z.array(z.strictObject({ from: day, to: day, reason: name })), []),
  escalation: z._default(
    z.strictObject({
      channel: z.optional(channel),
      onCall: z.optional(
        z
          .string()
          .check(
            z.regex(/^[UWS][A-Z0-9]{6,}$/, 'expected the Slack id of a user (U…) or of a user group (S…), not a name'),
          ),
      ),
    }),
    {},
  ),
  dataset: z.optional(name),
});

/** ISO weekday, Monday is 1. */
export function isoWeekday(day: (typeof weekdays)[number]): number {
  return weekdays.indexOf(day) + 1;
}
