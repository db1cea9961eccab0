import * as z from 'zod/mini';
import type { JiraTracker } from '../../domain/tracker.ts';
import type { Ticket } from '../../templates/ticket.ts';
import { plainText } from '../../templates/formats/plain-text.ts';
import { summaryOf } from './jira-fields.ts';
import { plainSection } from './jira-section.ts';
import type { TrackerHttp } from './tracker-http.ts';

const Requested = z.object({ issueId: z.string(), issueKey: z.string() });

/**
 * Opens a request of a service desk, so that its queues, service levels and approvals apply. Its form takes plain text: the summary
 * first, and the rest as an edit of the issue that the request is.
 * @see https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-request/#api-rest-servicedeskapi-request-post
 */
export async function openRequest(
  http: TrackerHttp,
  { fields }: Pick<JiraTracker, 'fields'>,
  { id: serviceDeskId, requestType: requestTypeId }: NonNullable<JiraTracker['serviceDesk']>,
  key: string,
  ticket: Ticket,
): Promise<{ readonly id: string; readonly key: string }> {
  const requestFieldValues = {
    ...fields,
    summary: summaryOf(ticket),
    description: plainSection(key, plainText(ticket.summary)),
  };
  const { issueId, issueKey } = Requested.parse(
    await http({
      method: 'POST',
      path: '/rest/servicedeskapi/request',
      json: { serviceDeskId, requestTypeId, requestFieldValues },
    }),
  );
  return { id: issueId, key: issueKey };
}
