import type { Octokit } from '@octokit/core';
import * as z from 'zod/mini';
import type { Finding } from '../../domain/finding.ts';
import type { Patience } from '../patience.ts';
import { ownerAndName } from './github-address.ts';
import { githubCalls } from './github-calls.ts';

const Repository = z.object({
  has_issues: z.boolean(),
  archived: z.optional(z.boolean()),
  permissions: z.optional(z.object({ push: z.optional(z.boolean()), triage: z.optional(z.boolean()) })),
});

/** Looks, without writing, whether tickets could be opened in a repository. Throws where GitHub refuses to tell. */
export async function checkGithub(
  octokit: Pick<Octokit, 'request'>,
  repository: string,
  patience: Patience,
): Promise<readonly Finding[]> {
  const patient = githubCalls(patience);
  const { data } = await patient(repository, () =>
    octokit.request('GET /repos/{owner}/{repo}', ownerAndName(repository)),
  );
  const { has_issues: hasIssues, archived = false, permissions } = Repository.parse(data);
  const subject = `GitHub ${repository}`;
  if (archived)
    return [{ subject, state: 'missing', seen: 'the repository is archived', fix: 'Choose another repository' }];
  if (!hasIssues)
    return [{ subject, state: 'missing', seen: 'issues are turned off', fix: 'Turn issues on in its settings' }];
  // Labels and assignees take triage; anybody who sees it may open an issue.
  return permissions?.push === false && permissions.triage !== true
    ? [
        {
          subject,
          state: 'missing',
          seen: 'the token may read the repository and not triage its issues',
          fix: 'Give the token read and write access to issues',
        },
      ]
    : [{ subject, state: 'fine', seen: 'issues are on, and the token may write them', fix: null }];
}
