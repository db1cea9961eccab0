import * as z from 'zod/mini';
import type { TicketRef } from '../../domain/migration.ts';
import { Issue, issueProperty } from './jira-issue.ts';
import { hasKey } from './jira-section.ts';
import { keyLabel } from './key-label.ts';
import type { TrackerHttp } from './tracker-http.ts';

const Issues = z.object({ issues: z.array(Issue) });
/** Newest issues that are looked at, and numbers after the newest one that are tried. */
const newest = 50;
const fields = ['description'];

/**
 * An issue by its key. Jira's search sees a new issue seconds to minutes late; reading by number sees it at once. So: by label, then
 * among the newest that the search knows, then by the numbers that follow them.
 * @see https://developer.atlassian.com/cloud/jira/platform/search-and-reconcile/
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-bulkfetch-post
 */
export function jiraSearch(http: TrackerHttp, project: string, refOf: (issue: Issue) => TicketRef) {
  async function asked(path: string, json: object): Promise<readonly Issue[]> {
    return Issues.parse(await http({ method: 'POST', path, json: { ...json, fields, properties: [issueProperty] } }))
      .issues;
  }
  const search = (jql: string) => asked('/rest/api/3/search/jql', { jql, maxResults: newest });

  return async (key: string): Promise<TicketRef | null> => {
    const within = (issues: readonly Issue[]): TicketRef | null => {
      const found = issues.find((issue) => isOf(issue, key));
      return found ? refOf(found) : null;
    };
    const labelled = within(
      await search(`project = "${project}" AND labels = "${keyLabel(key)}" ORDER BY created ASC`),
    );
    if (labelled) return labelled;

    const seen = await search(`project = "${project}" ORDER BY created DESC`);
    const last = Math.max(0, ...seen.map((issue) => Number(issue.key.split('-').at(-1))));
    const following = Array.from({ length: newest }, (_, n) => `${project}-${last + 1 + n}`);
    return within(seen) ?? within(await asked('/rest/api/3/issue/bulkfetch', { issueIdsOrKeys: following }));
  };
}

function isOf({ properties, fields: { description } }: Issue, key: string): boolean {
  return properties?.[issueProperty]?.key === key || hasKey(description?.content ?? [], key);
}
