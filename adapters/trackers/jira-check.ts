import * as z from 'zod/mini';
import type { Finding } from '../../domain/finding.ts';
import type { JiraTracker } from '../../domain/tracker.ts';
import { priorityNamesOf } from './jira-fields.ts';
import type { TrackerHttp } from './tracker-http.ts';

const Permissions = z.object({ permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })) });
const IssueTypes = z.object({ issueTypes: z.array(z.object({ id: z.string(), name: z.string() })) });
const Fields = z.object({
  fields: z.array(
    z.object({
      fieldId: z.string(),
      name: z.string(),
      required: z.boolean(),
      hasDefaultValue: z.optional(z.boolean()),
      allowedValues: z.optional(z.array(z.looseObject({ name: z.optional(z.string()) }))),
    }),
  ),
});
const RequestFields = z.object({
  requestTypeFields: z.array(z.object({ fieldId: z.string(), name: z.string(), required: z.boolean() })),
});

/** What each is for. @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/ */
const needed: Readonly<Record<string, string>> = {
  BROWSE_PROJECTS: 'Browse projects',
  CREATE_ISSUES: 'Create work items',
  EDIT_ISSUES: 'Edit work items',
  SCHEDULE_ISSUES: 'Schedule work items',
  ADD_COMMENTS: 'Add comments',
  CREATE_ATTACHMENTS: 'Create attachments',
  DELETE_OWN_ATTACHMENTS: 'Delete own attachments',
  TRANSITION_ISSUES: 'Transition work items',
  LINK_ISSUES: 'Link work items',
};
const filledInRequest = ['summary', 'description', 'reporter'];
const filledInIssue = [...filledInRequest, 'project', 'issuetype', 'priority', 'duedate', 'labels'];

/** Looks, without writing, whether issues could be opened in the project: permissions, issue type, required fields. */
export async function checkJira(http: TrackerHttp, tracker: JiraTracker): Promise<readonly Finding[]> {
  const subject = `Jira ${tracker.project}`;
  const query = { projectKey: tracker.project, permissions: Object.keys(needed).join(',') };
  const held = Permissions.parse(await http({ method: 'GET', path: '/rest/api/3/mypermissions', query })).permissions;
  const lacking = Object.entries(needed).flatMap(([key, name]) => (held[key]?.havePermission ? [] : [name]));
  const permissions: Finding =
    lacking.length > 0
      ? {
          subject: `${subject}: permissions`,
          state: 'missing',
          seen: `the account lacks ${lacking.join(', ')}`,
          fix: 'Give the account these permissions in the project',
        }
      : { subject: `${subject}: permissions`, state: 'fine', seen: 'all that is needed', fix: null };
  return [permissions, ...(tracker.serviceDesk ? await requestForm(http, tracker) : await issueForm(http, tracker))];
}

async function issueForm(http: TrackerHttp, tracker: JiraTracker): Promise<readonly Finding[]> {
  const { project, issueType } = tracker;
  const path = `/rest/api/3/issue/createmeta/${project}/issuetypes`;
  const query = { maxResults: '200' };
  const { issueTypes } = IssueTypes.parse(await http({ method: 'GET', path, query }));
  const type = issueTypes.find(({ name }) => name === issueType);
  if (!type)
    return [
      {
        subject: `Jira ${project}: issue type`,
        state: 'missing',
        seen: `there is no ${issueType}, but ${issueTypes.map(({ name }) => name).join(', ')}`,
        fix: 'Name one of these as tracker.issueType in sundial.yml',
      },
    ];
  const { fields } = Fields.parse(await http({ method: 'GET', path: `${path}/${type.id}`, query }));
  const required = fields.filter((field) => field.required && !field.hasDefaultValue);
  const { allowedValues = [] } = fields.find(({ fieldId }) => fieldId === 'priority') ?? {};
  const known = allowedValues.flatMap(({ name }) => name ?? []);
  return [form(tracker, required, filledInIssue), ...unknownPriorities(tracker, known)];
}

/** Jira opens an issue without a priority that it does not know, so nothing else would show it. */
function unknownPriorities(tracker: JiraTracker, known: readonly string[]): readonly Finding[] {
  const unknown = priorityNamesOf(tracker).filter((name) => !known.includes(name));
  if (known.length === 0 || unknown.length === 0 || 'priority' in tracker.fields) return [];
  return [
    {
      subject: `Jira ${tracker.project}: priorities`,
      state: 'missing',
      seen: `there is no ${unknown.join(', ')}, but ${known.join(', ')}; issues go without`,
      fix: "Name the project's own as tracker.priorities in sundial.yml",
    },
  ];
}

async function requestForm(http: TrackerHttp, tracker: JiraTracker): Promise<readonly Finding[]> {
  const { serviceDesk } = tracker;
  const path = `/rest/servicedeskapi/servicedesk/${serviceDesk?.id ?? ''}/requesttype/${serviceDesk?.requestType ?? ''}/field`;
  const { requestTypeFields } = RequestFields.parse(await http({ method: 'GET', path }));
  const required = requestTypeFields.filter((field) => field.required);
  return [form(tracker, required, filledInRequest)];
}

function form(
  { project, fields: own }: JiraTracker,
  required: readonly { readonly fieldId: string; readonly name: string }[],
  filled: readonly string[],
): Finding {
  const subject = `Jira ${project}: required fields`;
  const open = required.filter(({ fieldId }) => !filled.includes(fieldId) && !(fieldId in own));
  return open.length > 0
    ? {
        subject,
        state: 'missing',
        seen: `nobody fills ${open.map(({ fieldId, name }) => `${fieldId} (${name})`).join(', ')}`,
        fix: 'Give values under tracker.fields in sundial.yml, by the names before the brackets',
      }
    : { subject, state: 'fine', seen: 'all are filled', fix: null };
}
