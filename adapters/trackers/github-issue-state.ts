import type { Octokit } from '@octokit/core';
import * as z from 'zod/mini';
import type { TicketRef } from '../../domain/migration.ts';
import type { TicketSeen } from '../../domain/ticket-read.ts';
import { issueOf } from './github-address.ts';
import { githubCalls } from './github-calls.ts';
import type { Patience } from '../patience.ts';

const IssueState = z.object({
  state: z.enum(['open', 'closed']),
  assignee: z.nullish(z.object({ login: z.string() })),
});
type IssueState = z.infer<typeof IssueState>;

/** Whether a GitHub issue is open, and whose it is. */
export function githubIssueState(octokit: Pick<Octokit, 'request'>, patience: Patience) {
  const patient = githubCalls(patience);

  async function read(ref: TicketRef): Promise<IssueState> {
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}', issueOf(ref));
    return IssueState.parse(data);
  }

  /** Looks first: people may have turned it already, and an edit that changes nothing would still be in its history. */
  async function turn(ref: TicketRef, to: IssueState['state']): Promise<void> {
    if ((await read(ref)).state === to) return;
    await octokit.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
      ...issueOf(ref),
      state: to,
      state_reason: to === 'closed' ? 'completed' : 'reopened',
    });
  }

  return {
    async close(ref: TicketRef): Promise<void> {
      await patient(ref.key, () => turn(ref, 'closed'));
    },
    async reopen(ref: TicketRef): Promise<void> {
      await patient(ref.key, () => turn(ref, 'open'));
    },
    async readBack(ref: TicketRef): Promise<TicketSeen> {
      const { state, assignee } = await patient(ref.key, () => read(ref));
      return { assignee: assignee?.login ?? null, closed: state === 'closed' };
    },
  };
}
