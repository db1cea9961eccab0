import type { Octokit } from '@octokit/core';
import * as z from 'zod/mini';
import type { Finding } from '../../domain/finding.ts';
import type { Patience } from '../patience.ts';
import { ownerAndName } from './github-address.ts';
import { githubCalls } from './github-calls.ts';

const Repository = z.object({
  has_issues: z.boolean(),
  archived: z.optional(z.boolean()),
  private: z.optional(z.boolean()),
  permissions: z.optional(z.object({ push: z.optional(z.boolean()), triage: z.optional(z.boolean()) })),
});

/** Looks, without writing, whether tickets could be opened in a repository. Throws where GitHub refuses to tell. */
export async function checkGithub(
  octokit: Pick<Octokit, 'request'>,
  repository: string,
  patience: Patience,
): Promise<readonly Finding[]> {
  const patient = githubCalls(patience);
  const place = ownerAndName(repository);
  const { data, headers } = await patient(repository, () => octokit.request('GET /repos/{owner}/{repo}', place));
  const { has_issues: hasIssues, archived = false, private: isPrivate = false, permissions } = Repository.parse(data);
  const subject = `GitHub ${repository}`;
  const missing = (seen: string, fix: string): Finding[] => [{ subject, state: 'missing', seen, fix }];
  if (archived) return missing('the repository is archived', 'Choose another repository');
  if (!hasIssues) return missing('issues are turned off', 'Turn issues on in its settings');
  // Labels and assignees take triage; anybody who sees it may open an issue.
  if (permissions?.push === false && permissions.triage !== true)
    return missing('the token may read the repository and not triage its issues', access);

  await patient(repository, () => octokit.request('GET /repos/{owner}/{repo}/issues', { ...place, per_page: 1 }));
  const scopes = scopesIn(headers['x-oauth-scopes']);
  if (scopes === null)
    return [
      {
        subject,
        state: 'note',
        seen: 'issues are on, and the token may read them; whether it may write shows when the first ticket is opened',
        fix: `See that it may. ${access}`,
      },
    ];
  const wanted = isPrivate ? ['repo'] : ['repo', 'public_repo'];
  return wanted.some((scope) => scopes.includes(scope))
    ? [{ subject, state: 'fine', seen: 'issues are on, and the token may write them', fix: null }]
    : missing(
        `the token has the scopes ${scopes.join(', ') || 'of nobody'}`,
        `Give it the scope ${wanted.join(' or ')}`,
      );
}

const access = 'Give the token read and write access to issues';

/**
 * What a classic token may do. A fine-grained one has no scopes, and GitHub tells what a call asks for, not what the token has.
 * @see https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps
 * @see https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#resource-not-accessible
 */
function scopesIn(header: unknown): readonly string[] | null {
  return typeof header === 'string'
    ? header
        .split(',')
        .map((scope) => scope.trim())
        .filter(Boolean)
    : null;
}
