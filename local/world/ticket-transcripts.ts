import * as z from 'zod/mini';
import type { TicketComment, TicketTranscript } from '../../templates/console/transcripts.ts';
import { jsonOf } from './call.ts';
import type { Service } from './service.ts';

const Issue = z.object({
  number: z.number(),
  html_url: z.string(),
  title: z.string(),
  body: z.nullable(z.string()),
  state: z.enum(['open', 'closed']),
  labels: z.array(z.object({ name: z.string() })),
  comments: z.number(),
  created_at: z.string(),
});
const Comment = z.object({
  body: z.nullable(z.string()),
  user: z.nullable(z.object({ login: z.string() })),
  created_at: z.string(),
});

const pageSize = 100;

/** The tickets of these repositories, oldest first. */
export async function ticketTranscripts(
  callGithub: Service['call'],
  repositories: readonly string[],
): Promise<TicketTranscript[]> {
  const transcripts: TicketTranscript[] = [];
  for (const repository of repositories) {
    const issues = await all(callGithub, `/repos/${repository}/issues?state=all`, Issue);
    for (const issue of issues.toSorted((a, b) => a.number - b.number))
      transcripts.push({
        key: `${repository}#${issue.number}`,
        url: issue.html_url,
        title: issue.title,
        body: issue.body ?? '',
        state: issue.state,
        labels: issue.labels.map(({ name }) => name),
        openedAt: issue.created_at,
        comments: issue.comments > 0 ? await comments(callGithub, repository, issue.number) : [],
      });
  }
  return transcripts;
}

async function comments(callGithub: Service['call'], repository: string, number: number): Promise<TicketComment[]> {
  const found = await all(callGithub, `/repos/${repository}/issues/${number}/comments?`, Comment);
  return found.map(({ body, user, created_at }) => ({
    author: user?.login ?? 'unknown',
    at: created_at,
    body: body ?? '',
  }));
}

async function all<Item extends z.core.$ZodType>(
  callGithub: Service['call'],
  path: string,
  item: Item,
): Promise<z.core.output<Item>[]> {
  const found: z.core.output<Item>[] = [];
  for (let page = 1; ; page += 1) {
    const call = { method: 'GET', path: `${path}&per_page=${pageSize}&page=${page}`, contentType: null, body: '' };
    const items = z.parse(z.array(item), jsonOf((await callGithub(call)).body));
    found.push(...items);
    if (items.length < pageSize) return found;
  }
}
