import { IANAZone } from 'luxon';
import * as z from 'zod/mini';
import { calendarDate } from '../domain/calendar-date.ts';
import { defaultPolicy } from '../domain/policy.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const name = z.string().check(z.minLength(1, 'expected a name'));
const day = z.string().check(z.refine((text) => calendarDate(text) !== null, 'expected a day that exists, YYYY-MM-DD'));
const account = z.string().check(z.regex(/^\d{12}$/, 'expected 12 digits in quotes, such as "111122223333"'));
const region = z.string().check(z.regex(/^[a-z]{2,4}(-[a-z]+)+-\d+$/, 'expected a Region code, such as eu-central-1'));
const model = z
  .string()
  .check(
    z.regex(
      /^[a-z0-9-]+\.(?:[\w.:-]+\*?|\*)$/,
      'expected a model id, such as anthropic.claude-sonnet-5; a trailing * stands for any ending',
    ),
  );
const modelId = z
  .string()
  .check(z.regex(/^[a-z0-9-]+\.[a-z0-9][\w.:-]*$/, 'expected a base model id, such as anthropic.claude-sonnet-5'));
const count = z.number().check(z.int('expected a whole number'), z.gte(0, 'expected 0 or more'));

const Team = z.strictObject({
  channel: z
    .string()
    .check(
      z.regex(/^(#[\w-]{1,80}|[CG][A-Z0-9]{6,})$/, 'expected a Slack channel, as "#payments" (in quotes) or an id'),
    ),
  tracker: z.strictObject({
    kind: z.literal('github'),
    repository: z.string().check(z.regex(/^[\w.-]+\/[\w.-]+$/, 'expected owner/name')),
  }),
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
});

const Route = z.strictObject({
  accounts: z.optional(z.array(account)),
  regions: z.optional(z.array(region)),
  models: z.optional(z.array(model)),
  team: name,
});

const Waiver = z.strictObject({
  model,
  path: z.optional(name),
  reason: name,
  until: day,
});

const Phases = z.strictObject({
  assess: z._default(count, defaultPolicy.phaseWorkingDays.assess),
  research: z._default(count, defaultPolicy.phaseWorkingDays.research),
  test: z._default(count, defaultPolicy.phaseWorkingDays.test),
  migrate: z._default(count, defaultPolicy.phaseWorkingDays.migrate),
  operate: z._default(count, defaultPolicy.phaseWorkingDays.operate),
});

const Policy = z.strictObject({
  milestoneDays: z._default(z.array(count), [...defaultPolicy.milestoneDays]),
  extendedAccessLeadDays: z._default(count, defaultPolicy.extendedAccessLeadDays),
  emergencyDays: z._default(count, defaultPolicy.emergencyDays),
  replacementMinimumDays: z._default(count, defaultPolicy.replacementMinimumDays),
  phaseWorkingDays: z._default(Phases, defaultPolicy.phaseWorkingDays),
});

/** `sundial.yml`; the JSON schema for editors, docs/sundial.schema.json, is made from this. */
export const ConfigurationFile = z.strictObject({
  teams: z.record(z.string().check(z.regex(/^[\w-]+$/, 'expected a name of letters, digits and dashes')), Team),
  routes: z._default(z.array(Route), []),
  defaultTeam: name,
  policy: z._default(Policy, { ...defaultPolicy, milestoneDays: [...defaultPolicy.milestoneDays] }),
  replacements: z._default(z.record(modelId, modelId), {}),
  waivers: z._default(z.array(Waiver), []),
});
export type ConfigurationFile = z.output<typeof ConfigurationFile>;

/** ISO weekday, Monday is 1. */
export function isoWeekday(day: (typeof weekdays)[number]): number {
  return weekdays.indexOf(day) + 1;
}
