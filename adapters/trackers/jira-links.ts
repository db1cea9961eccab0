import type { TicketRef } from '../../domain/migration.ts';
import { HttpFailure } from './http-failure.ts';
import { Issue, issuePath } from './jira-issue.ts';
import type { PatientCalls } from './patient-calls.ts';
import type { TrackerHttp } from './tracker-http.ts';

/** What every site has. */
const linkType = 'Relates';

/**
 * Issues below another one. Only an issue of a higher level can be a parent, an Epic of a Task; among equals, and beside a parent that a
 * person has set, a link says the same.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-links/
 */
export function jiraLinks(http: TrackerHttp, patient: PatientCalls) {
  async function put(ref: TicketRef, parent: TicketRef): Promise<void> {
    const query = { fields: 'parent,issuelinks' };
    const { fields } = Issue.parse(await http({ method: 'GET', path: issuePath(ref), query }));
    const linked = (fields.issuelinks ?? []).flatMap(({ inwardIssue, outwardIssue }) => [inwardIssue, outwardIssue]);
    if ([fields.parent, ...linked].some((one) => one?.id === parent.id)) return;
    if (!fields.parent && (await isBelow(ref, parent))) return;
    const json = { type: { name: linkType }, inwardIssue: { key: ref.key }, outwardIssue: { key: parent.key } };
    await http({ method: 'POST', path: '/rest/api/3/issueLink', json });
  }

  async function isBelow(ref: TicketRef, parent: TicketRef): Promise<boolean> {
    try {
      await http({ method: 'PUT', path: issuePath(ref), json: { fields: { parent: { key: parent.key } } } });
      return true;
    } catch (fault) {
      if (fault instanceof HttpFailure && fault.status === 400) return false;
      throw fault;
    }
  }

  return {
    async link(ref: TicketRef, parent: TicketRef): Promise<void> {
      await patient({ ticket: ref.key }, () => put(ref, parent));
    },
  };
}
