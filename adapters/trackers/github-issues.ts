import type { Octokit } from '@octokit/core';
import * as z from 'zod/mini';
import type { TicketRef } from '../../domain/migration.ts';
import { fittingParts } from '../../templates/markdown.ts';
import type { Ticket } from '../../templates/ticket.ts';
import { issueOf, ownerAndName } from './github-address.ts';
import { notGithub } from './github-error.ts';
import { githubCalls } from './github-calls.ts';
import { checkGithub } from './github-check.ts';
import { githubIssueState } from './github-issue-state.ts';
import { githubSubIssues } from './github-sub-issues.ts';
import { marker, ownedSection, withOwnedSection } from './owned-section.ts';
import type { Patience } from '../patience.ts';
import { defaultPatience } from '../patience.ts';

const label = 'sundial';
const commenting = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
const moved =
  'GitHub takes no comment under this key: the issue was moved to another repository. Move it back, or read the thread';
const perPage = 100;
/** GitHub takes 65,536 characters, and people write into the body too. */
const room = 50_000;
/** Pages of tickets with our label, and of the newest tickets without it, that are looked through. */
const mostPages = { labelled: 50, newest: 3, comments: 50 } as const;

const Issue = z.object({ number: z.number(), html_url: z.string(), body: z.nullish(z.string()) });
const Issues = z.array(Issue);
const Comments = z.array(z.object({ body: z.nullish(z.string()) }));
type Issue = z.infer<typeof Issue>;

/**
 * Migrations as GitHub issues. The key stands in the body as a comment; listing is consistent where GitHub's search is not.
 * Sundial owns one marked part of the body and closes what is done; the rest, and the labels, it leaves to people.
 */
export function githubIssues(
  octokit: Pick<Octokit, 'request'>,
  repository: string,
  patience: Patience = defaultPatience,
) {
  const patient = githubCalls(patience);

  async function search(key: string): Promise<TicketRef | null> {
    const labelled = await searchPages(key, { labels: label }, mostPages.labelled);
    // GitHub drops labels that the token may not set, and people take them off.
    return labelled ?? (await searchPages(key, {}, mostPages.newest));
  }

  async function searchPages(key: string, filter: { labels?: string }, most: number): Promise<TicketRef | null> {
    for (let page = 1; page <= most; page += 1) {
      const { data } = await octokit.request('GET /repos/{owner}/{repo}/issues', {
        ...ownerAndName(repository),
        ...filter,
        state: 'all',
        sort: 'created',
        direction: 'desc',
        per_page: perPage,
        page,
      });
      const issues = Issues.parse(data);
      const ours = issues.find(({ body }) => body?.includes(marker(key)));
      if (ours) return ticketRef(repository, ours);
      if (issues.length < perPage) return null;
    }
    return null;
  }

  async function searchComments(ref: TicketRef, key: string): Promise<boolean> {
    for (let page = 1; page <= mostPages.comments; page += 1) {
      const { data } = await octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        ...issueOf(ref),
        per_page: perPage,
        page,
      });
      const comments = Comments.parse(data);
      if (comments.some(({ body }) => body?.includes(marker(key)))) return true;
      if (comments.length < perPage) return false;
    }
    return false;
  }

  /** Writes only where something changes: an edit that changes nothing would still be an edit in the ticket's history. */
  async function rewrite(ref: TicketRef, key: string, { title, parts }: Ticket): Promise<void> {
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}', issueOf(ref));
    const before = (Issue.parse(data).body ?? '').replaceAll('\r\n', '\n');
    const after = withOwnedSection(before, key, fittingParts(parts, room));
    if (after === before && titleOf(data) === title) return;
    await octokit.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', { ...issueOf(ref), title, body: after });
  }

  return {
    async open(key: string, { title, parts, labels }: Ticket): Promise<TicketRef> {
      return patient(
        repository,
        async () => {
          const { data } = await octokit.request('POST /repos/{owner}/{repo}/issues', {
            ...ownerAndName(repository),
            title,
            body: ownedSection(key, fittingParts(parts, room)),
            labels: [...labels],
          });
          return ticketRef(repository, Issue.parse(data));
        },
        () => search(key),
      );
    },

    async find(key: string): Promise<TicketRef | null> {
      return patient(repository, () => search(key));
    },

    async update(ref: TicketRef, key: string, ticket: Ticket): Promise<void> {
      await patient(ref.key, () => rewrite(ref, key, ticket));
    },

    async comment(ref: TicketRef, key: string, markdown: string): Promise<void> {
      await patient(
        ref.key,
        async () => {
          const answer: { readonly status: number } = await octokit.request(commenting, {
            ...issueOf(ref),
            body: `${marker(key)}\n\n${markdown}`,
          });
          // After a redirect `fetch` reads instead of writing, and all looks well.
          if (answer.status !== 201) throw notGithub(ref.key, moved);
          return true;
        },
        async () => (await searchComments(ref, key)) || null,
      );
    },

    async findComment(ref: TicketRef, key: string): Promise<boolean> {
      return patient(ref.key, () => searchComments(ref, key));
    },

    ...githubIssueState(octokit, patience),
    ...githubSubIssues(octokit, patience),

    check: () => checkGithub(octokit, repository, patience),
  };
}

function ticketRef(repository: string, { number, html_url: url }: Issue): TicketRef {
  return { key: `${repository}#${number}`, url };
}

function titleOf(data: unknown): unknown {
  return (data as { readonly title?: unknown }).title;
}
