import type { TicketRef } from '../../domain/migration.ts';
import type { Attachment } from '../../templates/ticket.ts';
import { keepFiles } from './attached-files.ts';
import type { Issue } from './jira-issue.ts';
import { issuePath } from './jira-issue.ts';
import type { TrackerHttp } from './tracker-http.ts';

type Attached = NonNullable<Issue['fields']['attachment']>;

/**
 * Files of an issue.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-attachments/
 */
export function jiraAttachments(http: TrackerHttp) {
  return async (ref: TicketRef, there: Attached, files: readonly Attachment[]): Promise<void> => {
    const put = ({ name, mediaType, content }: Attachment) => {
      const body = new FormData();
      body.append('file', new Blob([content], { type: mediaType }), name);
      const headers = { 'x-atlassian-token': 'no-check' };
      return http({ method: 'POST', path: `${issuePath(ref)}/attachments`, body, headers });
    };
    const remove = (id: string) => http({ method: 'DELETE', path: `/rest/api/3/attachment/${id}` });
    const named = there.map(({ id, filename: name }) => ({ id, name }));
    await keepFiles(named, files, { put, remove });
  };
}
