import * as z from 'zod/mini';
import type { TicketRef } from '../../domain/migration.ts';
import type { JiraTracker } from '../../domain/tracker.ts';
import type { Ticket } from '../../templates/ticket.ts';
import type { Patience } from '../patience.ts';
import { jiraAttachments } from './jira-attachments.ts';
import { checkJira } from './jira-check.ts';
import { jiraComments } from './jira-comments.ts';
import { changedFields } from './jira-changes.ts';
import { newFields, withoutRefused } from './jira-fields.ts';
import { Issue, issuePath, issueProperty } from './jira-issue.ts';
import { jiraLinks } from './jira-links.ts';
import { openRequest } from './jira-request.ts';
import { jiraSearch } from './jira-search.ts';
import { jiraTransitions } from './jira-transitions.ts';
import { jiraWords } from './jira-words.ts';
import { patientCalls } from './patient-calls.ts';
import type { TrackerHttp } from './tracker-http.ts';

const Created = z.object({ id: z.string(), key: z.string() });

/**
 * Migrations as issues of a Jira Cloud project. The key stands in a property, in a label and in the last line of Sundial's part of
 * the description; whichever of them people leave is enough.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/
 */
export function jiraIssues(http: TrackerHttp, tracker: JiraTracker, credential: string, patience: Patience) {
  const place = `${tracker.site}/browse/${tracker.project}`;
  const patient = patientCalls(jiraWords(credential), patience);
  const search = jiraSearch(http, tracker.project, refOf);
  const attach = jiraAttachments(http);

  function refOf({ id, key }: { readonly id: string; readonly key: string }): TicketRef {
    return { key, url: `${tracker.site}/browse/${key}`, id };
  }

  async function create(key: string, ticket: Ticket): Promise<TicketRef> {
    if (tracker.serviceDesk) return refOf(await openRequest(http, tracker, tracker.serviceDesk, key, ticket));
    const properties = [{ key: issueProperty, value: { key } }];
    return withoutRefused(newFields(tracker, key, ticket), async (given) =>
      refOf(
        Created.parse(
          await http({
            method: 'POST',
            path: '/rest/api/3/issue',
            json: {
              fields: { ...given, project: { key: tracker.project }, issuetype: { name: tracker.issueType } },
              properties,
            },
          }),
        ),
      ),
    );
  }

  /** Writes only where something changes: each edit is told to all who watch the issue. */
  async function rewrite(ref: TicketRef, key: string, ticket: Ticket): Promise<void> {
    const query = { fields: 'summary,description,priority,duedate,labels,attachment', properties: issueProperty };
    const issue = Issue.parse(await http({ method: 'GET', path: issuePath(ref), query }));
    const { fields, labels } = changedFields(tracker, issue, key, ticket);
    if (Object.keys(fields).length + labels.length > 0)
      await withoutRefused(fields, async (given, refused) => {
        const update = labels.length > 0 &&
          !refused.includes('labels') && { update: { labels: labels.map((add) => ({ add })) } };
        if (Object.keys(given).length > 0 || update)
          await http({ method: 'PUT', path: issuePath(ref), json: { fields: given, ...update } });
      });
    if (issue.properties?.[issueProperty]?.key !== key)
      await http({ method: 'PUT', path: `${issuePath(ref)}/properties/${issueProperty}`, json: { key } });
    await attach(ref, issue.fields.attachment ?? [], ticket.attachments);
  }

  return {
    async open(key: string, ticket: Ticket): Promise<TicketRef> {
      const ref = await patient(
        { place },
        () => create(key, ticket),
        () => search(key),
      );
      // What was opened by an earlier attempt, or through a service desk, may lack the rest.
      await patient({ ticket: ref.key }, () => rewrite(ref, key, ticket));
      return ref;
    },
    async find(key: string): Promise<TicketRef | null> {
      return patient({ place }, () => search(key));
    },
    async update(ref: TicketRef, key: string, ticket: Ticket): Promise<void> {
      await patient({ ticket: ref.key }, () => rewrite(ref, key, ticket));
    },

    ...jiraComments(http, patient, tracker.serviceDesk !== null),
    ...jiraTransitions(http, tracker, patient),
    ...jiraLinks(http, patient),

    check: () => patient({ place }, () => checkJira(http, tracker)),
  };
}
