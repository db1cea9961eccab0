import * as z from 'zod/mini';
import type { TicketRef } from '../../domain/migration.ts';
import { atlassianDocument } from '../../templates/formats/atlassian-document.ts';
import { shortened } from '../../templates/formats/shortened.ts';
import { doc } from './jira-fields.ts';
import { issuePath, issueProperty } from './jira-issue.ts';
import type { PatientCalls } from './patient-calls.ts';
import type { TrackerHttp } from './tracker-http.ts';

const Comments = z.object({
  total: z.number(),
  comments: z.array(z.object({ properties: z.optional(z.array(z.object({ key: z.string(), value: z.unknown() }))) })),
});
const perPage = 100;
/** Jira lets one issue have 5,000. @see https://support.atlassian.com/jira-cloud-administration/docs/what-are-the-limits-on-work-item-entities/ */
const mostPages = 50;
/** Half of what Jira takes, for its document is longer than the Markdown. */
const room = 16_000;

/** Comments, each with its key in a property that readers do not see. On a service desk they are for its agents only. */
export function jiraComments(http: TrackerHttp, patient: PatientCalls, isServiceDesk: boolean) {
  async function search(ref: TicketRef, key: string): Promise<boolean> {
    for (let page = 0; page < mostPages; page += 1) {
      const query = {
        startAt: `${page * perPage}`,
        maxResults: `${perPage}`,
        orderBy: '-created',
        expand: 'properties',
      };
      const answer = await http({ method: 'GET', path: `${issuePath(ref)}/comment`, query });
      const { comments, total } = Comments.parse(answer);
      if (comments.some(({ properties = [] }) => properties.some((one) => isOf(one, key)))) return true;
      if ((page + 1) * perPage >= total) return false;
    }
    return false;
  }

  return {
    async comment(ref: TicketRef, key: string, markdown: string): Promise<void> {
      const json = {
        body: doc(atlassianDocument(shortened(markdown, room))),
        properties: [
          { key: issueProperty, value: { key } },
          // @see https://developer.atlassian.com/cloud/jira/service-desk/implementing-forge-apps-in-jsm/
          ...(isServiceDesk ? [{ key: 'sd.public.comment', value: { internal: true } }] : []),
        ],
      };
      await patient(
        { ticket: ref.key },
        async () => {
          await http({ method: 'POST', path: `${issuePath(ref)}/comment`, json });
          return true;
        },
        async () => (await search(ref, key)) || null,
      );
    },
    async findComment(ref: TicketRef, key: string): Promise<boolean> {
      return patient({ ticket: ref.key }, () => search(ref, key));
    },
  };
}

const Own = z.object({ key: z.string() });

function isOf(property: { readonly key: string; readonly value: unknown }, key: string): boolean {
  return property.key === issueProperty && Own.safeParse(property.value).data?.key === key;
}
