import * as z from 'zod/mini';
import type { Priority, Tracker } from '../domain/tracker.ts';
import { name, region } from './configuration-fields.ts';

/** `https://` and a host, without a path. */
const site = z
  .string()
  .check(
    z.regex(/^https:\/\/[\w.-]+(:\d+)?$/, 'expected https:// and a host name, such as https://example.service-now.com'),
  );
const fields = z._default(z.record(name, z.unknown()), {});
const priorityNames = z.strictObject({
  critical: z.optional(name),
  high: z.optional(name),
  medium: z.optional(name),
  low: z.optional(name),
});
const priorities = z._default(priorityNames, {});

/** `tracker:` of a team, one shape for each kind. */
export const TrackerFields = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.literal('github'),
      repository: z.string().check(z.regex(/^[\w.-]+\/[\w.-]+$/, 'expected owner/name')),
    }),
    z.strictObject({
      kind: z.literal('jira'),
      site,
      cloudId: z.exactOptional(
        z.string().check(z.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, "expected the site's id, a UUID")),
      ),
      project: z.string().check(z.regex(/^[A-Z][A-Z0-9_]+$/, 'expected the key of a project, such as PAY')),
      issueType: z._default(name, 'Task'),
      fields,
      priorities,
      serviceDesk: z.optional(z.strictObject({ id: name, requestType: name })),
    }),
    z.strictObject({
      kind: z.literal('servicenow'),
      instance: site,
      table: z._default(z.enum(['incident', 'change_request']), 'incident'),
      fields,
    }),
    z.strictObject({
      kind: z.literal('pagerduty'),
      service: z.string().check(z.regex(/^P[A-Z0-9]{6,}$/, 'expected the id of a service, P…')),
      from: z.string().check(z.regex(/^[^\s@]+@[^\s@]+$/, "expected a PagerDuty user's e-mail address")),
      priorities,
    }),
    z.strictObject({ kind: z.literal('opscenter'), region: z.optional(region) }),
    z.strictObject({
      kind: z.literal('webhook'),
      url: z.string().check(z.regex(/^https:\/\/[^\s]+$/, 'expected an https address')),
    }),
  ],
  'expected github, jira, servicenow, pagerduty, opscenter or webhook',
);

export function trackerOf(given: z.output<typeof TrackerFields>): Tracker {
  switch (given.kind) {
    case 'jira':
      return { ...given, priorities: named(given.priorities), serviceDesk: given.serviceDesk ?? null };
    case 'pagerduty':
      return { ...given, priorities: named(given.priorities) };
    case 'opscenter':
      return { ...given, region: given.region ?? null };
    default:
      return given;
  }
}

function named(priorities: z.output<typeof priorityNames>): Readonly<Partial<Record<Priority, string>>> {
  const { critical, high, medium, low } = priorities;
  return { ...(critical && { critical }), ...(high && { high }), ...(medium && { medium }), ...(low && { low }) };
}
