import * as z from 'zod/mini';
import type { TicketRef } from '../../domain/migration.ts';
import type { TicketSeen } from '../../domain/ticket-read.ts';
import type { JiraTracker } from '../../domain/tracker.ts';
import { Issue, issuePath } from './jira-issue.ts';
import { TrackerError } from './tracker-error.ts';
import type { PatientCalls } from './patient-calls.ts';
import type { TrackerHttp } from './tracker-http.ts';

const Field = z.object({
  required: z.boolean(),
  hasDefaultValue: z.optional(z.boolean()),
  allowedValues: z.optional(z.array(z.looseObject({ name: z.optional(z.string()), id: z.optional(z.string()) }))),
});
const Transitions = z.object({
  transitions: z.array(
    z.object({
      id: z.string(),
      to: z.object({ statusCategory: z.object({ key: z.string() }) }),
      fields: z.optional(z.record(z.string(), Field)),
    }),
  ),
});
type Transition = z.infer<typeof Transitions>['transitions'][number];

/**
 * Whether an issue is done, and whose it is. Workflows name their statuses as they like; the category of a status says what it means.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-transitions-get
 */
export function jiraTransitions(
  http: TrackerHttp,
  { fields: own }: Pick<JiraTracker, 'fields'>,
  patient: PatientCalls,
) {
  async function read(ref: TicketRef): Promise<TicketSeen> {
    const query = { fields: 'status,assignee' };
    const { fields } = Issue.parse(await http({ method: 'GET', path: issuePath(ref), query }));
    return { assignee: fields.assignee?.displayName ?? null, closed: fields.status?.statusCategory.key === 'done' };
  }

  /** Looks first: people may have turned it already. */
  async function turn(ref: TicketRef, done: boolean): Promise<void> {
    if ((await read(ref)).closed === done) return;
    const path = `${issuePath(ref)}/transitions`;
    const answer = await http({ method: 'GET', path, query: { expand: 'transitions.fields' } });
    const fitting = Transitions.parse(answer)
      .transitions.filter(({ to }) => (to.statusCategory.key === 'done') === done)
      .toSorted((a, b) => unfilled(a, own).length - unfilled(b, own).length);
    const [chosen] = fitting;
    if (!chosen || unfilled(chosen, own).length > 0) throw stuck(ref, done, chosen ? unfilled(chosen, own) : []);
    await http({ method: 'POST', path, json: { transition: { id: chosen.id }, fields: filled(chosen, own) } });
  }

  return {
    async close(ref: TicketRef): Promise<void> {
      await patient({ ticket: ref.key }, () => turn(ref, true));
    },
    async reopen(ref: TicketRef): Promise<void> {
      await patient({ ticket: ref.key }, () => turn(ref, false));
    },
    async readBack(ref: TicketRef): Promise<TicketSeen> {
      return patient({ ticket: ref.key }, () => read(ref));
    },
  };
}

/** Fields that a transition asks for, and nobody gives it. A resolution can be chosen. */
function unfilled({ fields = {} }: Transition, own: JiraTracker['fields']): readonly string[] {
  return Object.entries(fields)
    .filter(([name, { required, hasDefaultValue }]) => required && !hasDefaultValue && !(name in own))
    .filter(([name, { allowedValues = [] }]) => name !== 'resolution' || allowedValues.length === 0)
    .map(([name]) => name);
}

function filled({ fields = {} }: Transition, own: JiraTracker['fields']): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, { required, allowedValues = [] }]) => {
      if (!required) return [];
      if (name in own) return [[name, own[name]]];
      const done = allowedValues.find((value) => value.name === 'Done') ?? allowedValues[0];
      return name === 'resolution' && done ? [[name, { id: done.id }]] : [];
    }),
  );
}

function stuck(ref: TicketRef, done: boolean, fields: readonly string[]): TrackerError {
  const to = done ? 'closes' : 'opens';
  return new TrackerError('refused', {
    tracker: 'Jira',
    where: ref.key,
    hint:
      fields.length > 0
        ? `The transition that ${to} the issue asks for ${fields.join(', ')}: give values under tracker.fields in sundial.yml, or turn the issue by hand`
        : `The workflow has no transition that ${to} the issue from where it is, or the account may not use it: turn it by hand, or change the workflow`,
  });
}
