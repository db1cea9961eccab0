import type { TicketRef } from '../../domain/migration.ts';
import type { Attachment } from '../../templates/ticket.ts';
import type { Issue } from './jira-issue.ts';
import { issuePath } from './jira-issue.ts';
import type { TrackerHttp } from './tracker-http.ts';

type Attached = NonNullable<Issue['fields']['attachment']>;

/**
 * Files of an issue: one that changed is put there anew before the old one goes, so that none is lost between.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-attachments/
 */
export function jiraAttachments(http: TrackerHttp) {
  return async (ref: TicketRef, there: Attached, files: readonly Attachment[]): Promise<void> => {
    for (const { name, mediaType, content } of files) {
      const old = there.filter(({ filename }) => filename === name);
      const isThere = old.length === 1 && old[0]?.size === Buffer.byteLength(content);
      if (isThere) continue;
      const body = new FormData();
      body.append('file', new Blob([content], { type: mediaType }), name);
      await http({
        method: 'POST',
        path: `${issuePath(ref)}/attachments`,
        body,
        headers: { 'x-atlassian-token': 'no-check' },
      });
      for (const { id } of old) await http({ method: 'DELETE', path: `/rest/api/3/attachment/${id}` });
    }
  };
}
