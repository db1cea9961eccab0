import type { Octokit } from '@octokit/core';
import * as z from 'zod/mini';
import type { TicketRef } from '../../domain/migration.ts';
import type { Patience } from '../patience.ts';
import { issueOf } from './github-address.ts';
import { githubCalls } from './github-calls.ts';

const Identified = z.object({ id: z.number() });
const perPage = 100;

/** A parent that a person has set stays: GitHub replaces none that it is not told to. */
function unlessAnothersChild(fault: unknown): void {
  if (!(fault instanceof Error && /only have one parent/i.test(fault.message))) throw fault;
}

/**
 * Issues below another one: of one repository, or of two with one owner; GitHub lets one issue have 100.
 * @see https://docs.github.com/en/rest/issues/sub-issues
 */
export function githubSubIssues(octokit: Pick<Octokit, 'request'>, patience: Patience) {
  const patient = githubCalls(patience);

  async function put(ref: TicketRef, parent: TicketRef): Promise<void> {
    const child = await octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}', issueOf(ref));
    const { id } = Identified.parse(child.data);
    const below = await octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}/sub_issues', {
      ...issueOf(parent),
      per_page: perPage,
    });
    if (
      z
        .array(Identified)
        .parse(below.data)
        .some((one) => one.id === id)
    )
      return;
    await octokit
      .request('POST /repos/{owner}/{repo}/issues/{issue_number}/sub_issues', { ...issueOf(parent), sub_issue_id: id })
      .catch(unlessAnothersChild);
  }

  return {
    async link(ref: TicketRef, parent: TicketRef): Promise<void> {
      await patient(ref.key, () => put(ref, parent));
    },
  };
}
