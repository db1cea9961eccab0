import { createEmulator } from 'emulate';
import type { Emulator } from 'emulate';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { githubClient } from '../../../adapters/trackers/github-client.ts';
import { TrackerError } from '../../../adapters/trackers/tracker-error.ts';
import { githubIssues } from '../../../adapters/trackers/github-issues.ts';
import { marker } from '../../../adapters/trackers/owned-section.ts';
import type { TicketRef } from '../../../domain/migration.ts';
import { migrationTicket } from '../../../templates/migration-ticket.ts';
import { aSituation } from '../../builders/situation.ts';
import { aTicket } from '../../builders/ticket.ts';
import { ticketBody } from '../../builders/ticket-body.ts';
import type { Reply, ScriptedServer, Seen } from '../../fakes/scripted-server.ts';
import { scriptedServer } from '../../fakes/scripted-server.ts';

const patience = { attempts: 3, firstPauseMs: 1, longestMs: 2_000 };
const ticket = migrationTicket(aSituation());

describe('a ticket on GitHub', () => {
  let github: Emulator;
  beforeAll(async () => {
    github = await createEmulator({
      service: 'github',
      port: 0,
      seed: {
        tokens: { 'ghp-sundial': { login: 'sundial', scopes: ['repo'] } },
        github: {
          users: [{ login: 'sundial' }],
          repos: [
            { owner: 'sundial', name: 'payments' },
            { owner: 'sundial', name: 'search' },
          ],
        },
      },
    });
  });
  afterAll(() => github.close());

  const octokit = () => githubClient({ token: 'ghp-sundial', baseUrl: `${github.url}/` });
  const tickets = (repository = 'sundial/payments') => githubIssues(octokit(), repository, patience);
  const read = async ({ key }: TicketRef) => {
    const { data } = await octokit().request('GET /repos/{owner}/{repo}/issues/{issue_number}', {
      owner: 'sundial',
      repo: key.includes('payments') ? 'payments' : 'search',
      issue_number: Number(key.split('#')[1]),
    });
    return data;
  };
  const write = (ref: TicketRef, change: { body?: string; state?: 'closed'; labels?: string[] }) =>
    octokit().request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
      owner: 'sundial',
      repo: 'payments',
      issue_number: Number(ref.key.split('#')[1]),
      ...change,
    });

  it('is opened with its title, body and label', async () => {
    const ref = await tickets().open('a/payments', ticket);

    expect(ref.key).toMatch(/^sundial\/payments#\d+$/);
    expect(ref.url).toContain('/sundial/payments/issues/');
    const issue = await read(ref);
    expect(issue.title).toBe(ticket.title);
    expect(issue.body).toContain(ticketBody(aSituation()));
    expect(issue.labels).toEqual([expect.objectContaining({ name: 'sundial' })]);
  });

  it('is found again by its key, in its own repository, also when it was closed', async () => {
    const ref = await tickets().open('b/payments', ticket);
    await write(ref, { state: 'closed' });

    expect(await tickets().find('b/payments')).toEqual(ref);
    expect(await tickets().find('b/pay')).toBeNull();
    expect(await tickets('sundial/search').find('b/payments')).toBeNull();
  });

  it('is found though somebody took its label off', async () => {
    const ref = await tickets().open('c/payments', ticket);
    await write(ref, { labels: [] });

    expect(await tickets().find('c/payments')).toEqual(ref);
  });

  it('is found on a later page', async () => {
    const ref = await tickets('sundial/search').open('old/search', ticket);
    for (let n = 0; n < 101; n += 1) await tickets('sundial/search').open(`new-${n}/search`, aTicket());

    expect(await tickets('sundial/search').find('old/search')).toEqual(ref);
  });

  it('is rewritten in its own part only, and keeps ticks, notes and labels', async () => {
    const ref = await tickets().open('d/payments', ticket);
    const before = (await read(ref)).body ?? '';
    const people = `Ana looks after this.\r\n\r\n${before.replace('- [ ] Prompts:', '- [x] Prompts:').replaceAll('\n', '\r\n')}`;
    await write(ref, { body: people, labels: ['sundial', 'q1'] });
    const later = migrationTicket(aSituation({ now: '2027-02-01T09:00:00Z' }));

    await tickets().update(ref, 'd/payments', later);

    const issue = await read(ref);
    expect(issue.title).toBe(later.title);
    expect(issue.body).toMatch(/^Ana looks after this\.\n\n/);
    expect(issue.body).toContain('- [x] Prompts:');
    expect(issue.body).toContain('While it is Legacy, in extended access');
    expect(issue.body).not.toContain('## While it is Legacy\n');
    expect(issue.labels).toHaveLength(2);
    expect(await tickets().find('d/payments')).toEqual(ref);
  });

  it('holds comments, each found again by its key', async () => {
    const ref = await tickets().open('e/payments', ticket);
    for (let n = 0; n < 101; n += 1) await tickets().comment(ref, `chatter/${n}`, 'chatter');

    await tickets().comment(ref, 'news/1', 'End of life moved.');

    expect(await tickets().findComment(ref, 'news/1')).toBe(true);
    expect(await tickets().findComment(ref, 'news/2')).toBe(false);
  });

  it('says what to check when the repository is not there', async () => {
    const fault = await failure(tickets('sundial/nowhere').open('k', ticket));

    expect(fault.fault).toBe('refused');
    expect(fault.data).toMatchObject({
      where: 'sundial/nowhere',
      status: 404,
      hint: expect.stringContaining("check the team's tracker in sundial.yml") as string,
    });
  });
});

describe('when GitHub is slow, busy or broken', () => {
  let server: ScriptedServer;
  afterEach(() => server.close());

  const issue = (key: string, number = 12) => ({
    number,
    html_url: `https://github.com/acme/payments/issues/${number}`,
    title: ticket.title,
    body: `${marker(key)}\n`,
  });
  const opened: Reply = { status: 201, body: issue('k') };
  const none: Reply = { body: [] };
  const broken: Reply = { status: 502, body: { message: 'Bad gateway' } };
  const busy: Reply = { status: 429, headers: { 'retry-after': '0' }, body: { message: 'Too many requests' } };
  const ref: TicketRef = { key: 'acme/payments#12', url: 'https://github.com/acme/payments/issues/12' };

  /** Answers reads, and writes, with their own replies in turn, the last one for good. */
  async function scripted(
    replies: { reads?: Reply[]; writes?: Reply[] },
    timeoutMs = 2_000,
    repository = 'acme/payments',
  ): Promise<Tickets> {
    const counts = { reads: 0, writes: 0 };
    server = await scriptedServer(({ method }: Seen) => {
      const kind = method === 'GET' ? 'reads' : 'writes';
      const own = replies[kind] ?? [];
      counts[kind] += 1;
      return own[Math.min(counts[kind], own.length) - 1] ?? { status: 418 };
    });
    return githubIssues(githubClient({ token: 'ghp-sundial', baseUrl: server.url, timeoutMs }), repository, patience);
  }
  const methods = () => server.seen.map(({ method }) => method);

  it.each`
    reply                                                                                                                                   | what
    ${busy}                                                                                                                                 | ${'429 with Retry-After'}
    ${{ ...busy, status: 403 }}                                                                                                             | ${'403 with Retry-After'}
    ${{ status: 429, body: { message: 'Too many requests' } }}                                                                              | ${'429 without it'}
    ${{ status: 403, headers: { date: 'Fri, 20 Nov 2026 09:00:00 GMT', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1795165199' } }} | ${'a spent rate limit that is lifted by now'}
  `(
    'waits and asks again after $what, without looking first: nothing was done',
    async ({ reply }: { reply: Reply }) => {
      const tickets = await scripted({ writes: [reply, opened] });

      expect(await tickets.open('k', ticket)).toEqual(ref);
      expect(methods()).toEqual(['POST', 'POST']);
    },
  );

  it.each`
    reply                                                                                                                                   | what
    ${{ status: 429, headers: { 'retry-after': '60' } }}                                                                                    | ${'Retry-After is too long'}
    ${{ status: 403, body: { message: 'You have exceeded a secondary rate limit.' } }}                                                      | ${'a secondary limit gives no time: a minute is the rule'}
    ${{ status: 403, headers: { date: 'Fri, 20 Nov 2026 09:00:00 GMT', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1795167000' } }} | ${'the rate limit is lifted in half an hour'}
  `('lets a wait beyond its patience out at once: $what', async ({ reply }: { reply: Reply }) => {
    const tickets = await scripted({ writes: [reply] });

    const fault = await failure(tickets.open('k', ticket));

    expect(fault.fault).toBe('unreachable');
    expect(fault.data.hint).toBeNull();
    expect(methods()).toEqual(['POST']);
  });

  it('looks whether the ticket was opened after all before it opens it again', async () => {
    const tickets = await scripted({ writes: [broken], reads: [{ body: [issue('other', 13), issue('k')] }] });

    expect(await tickets.open('k', ticket)).toEqual(ref);
    expect(methods()).toEqual(['POST', 'GET']);
    expect(Object.fromEntries(server.seen[1]?.query ?? [])).toMatchObject({ labels: 'sundial', state: 'all' });
  });

  it.each`
    fault               | what
    ${broken}           | ${'a bad gateway'}
    ${{ silent: true }} | ${'silence'}
  `('opens it again after $what when it was not opened', async ({ fault }: { fault: Reply }) => {
    const tickets = await scripted({ writes: [fault, opened], reads: [none] }, 100);

    expect(await tickets.open('k', ticket)).toEqual(ref);
    expect(methods()).toEqual(['POST', 'GET', 'GET', 'POST']);
  });

  it('looks for a comment before it is repeated', async () => {
    const tickets = await scripted({ writes: [broken], reads: [{ body: [{ body: marker('news') }] }] });

    await tickets.comment(ref, 'news', 'End of life moved.');

    expect(methods()).toEqual(['POST', 'GET']);
  });

  it('comments again when the comment is not there', async () => {
    const tickets = await scripted({ writes: [broken, { status: 201 }], reads: [none] });

    await tickets.comment(ref, 'news', 'End of life moved.');

    expect(methods()).toEqual(['POST', 'GET', 'POST']);
    expect(server.seen[2]).toMatchObject({
      path: '/repos/acme/payments/issues/12/comments',
      authorization: 'token ghp-sundial',
      body: { body: `${marker('news')}\n\nEnd of life moved.` },
    });
  });

  it('does not touch a ticket that already says it', async () => {
    const tickets = await scripted({ writes: [opened] });
    await tickets.open('k', ticket);
    const body = server.seen[0]?.body['body'];
    await server.close();

    const again = await scripted({ reads: [{ body: { ...issue('k'), body } }] });
    await again.update(ref, 'k', ticket);
    expect(methods()).toEqual(['GET']);
    await server.close();

    const retitled = await scripted({ reads: [{ body: { ...issue('k'), body, title: 'old' } }], writes: [opened] });
    await retitled.update(ref, 'k', ticket);
    expect(methods()).toEqual(['GET', 'PATCH']);
    expect(server.seen[1]?.body).toEqual({ title: ticket.title, body });
  });

  it('never reads a failed search as "not there"', async () => {
    const tickets = await scripted({ reads: [broken] });

    await expect(tickets.find('k')).rejects.toThrow(TrackerError);
    await expect(tickets.findComment(ref, 'k')).rejects.toThrow(TrackerError);
  });

  it('fails on an answer that is not what GitHub answers', async () => {
    const tickets = await scripted({ reads: [{ body: { message: 'Welcome to the proxy' } }] });

    expect((await failure(tickets.find('k'))).data.said).toBe('It gave an answer we cannot read');
  });

  it.each`
    status | hint
    ${401} | ${'Store a new one'}
    ${403} | ${'read and write the issues'}
    ${404} | ${'no such repository'}
    ${410} | ${'Issues are turned off'}
    ${422} | ${'65,536 characters'}
    ${451} | ${null}
  `('asks once only when GitHub says $status, and says what to do', async ({ status, hint }: Refusal) => {
    const tickets = await scripted({ writes: [{ status, body: { message: 'No' } }] });

    const fault = await failure(tickets.comment(ref, 'k', 'x'));

    expect(fault.fault).toBe('refused');
    expect(fault.data).toMatchObject({ where: 'acme/payments#12', status, said: 'No' });
    expect(fault.data.hint).toEqual(hint === null ? null : expect.stringContaining(hint));
    expect(methods()).toEqual(['POST']);
  });

  it.each`
    attempt                                                                         | where
    ${(tickets: Tickets) => tickets.open('k', ticket)}                              | ${'payments'}
    ${(tickets: Tickets) => tickets.update({ ...ref, key: 'PAY-12' }, 'k', ticket)} | ${'PAY-12'}
  `('asks nothing for $where, which is no place on GitHub', async ({ attempt, where }: Misplaced) => {
    const fault = await failure(attempt(await scripted({}, 2_000, 'payments')));

    expect(fault.data.where).toBe(where);
    expect(server.seen).toEqual([]);
  });

  it('keeps the token out of its errors', async () => {
    const fault = await failure((await scripted({ writes: [{ status: 401 }] })).comment(ref, 'k', 'x'));

    expect(
      JSON.stringify([fault, fault.data, fault.cause, (fault.cause as { request?: unknown }).request]),
    ).not.toContain('ghp-sundial');
  });
});

type Tickets = ReturnType<typeof githubIssues>;

interface Refusal {
  readonly status: number;
  readonly hint: string | null;
}

interface Misplaced {
  readonly attempt: (tickets: Tickets) => Promise<unknown>;
  readonly where: string;
}

async function failure(attempt: Promise<unknown>): Promise<TrackerError> {
  const fault: unknown = await attempt.catch((error: unknown) => error);
  if (fault instanceof TrackerError) return fault;
  throw new Error('expected a TrackerError', { cause: fault });
}

describe('an issue that was moved to another repository', () => {
  it('is said to take no comment, which a redirect would lose', async () => {
    const server = await scriptedServer(({ path }) =>
      path.includes('/old/') ? { status: 301, headers: { location: path.replace('/old/', '/new/') } } : { body: [] },
    );
    onTestFinished(server.close);
    const client = githubClient({ token: 't', baseUrl: server.url });
    const there = githubIssues(client, 'acme/old', { attempts: 1, firstPauseMs: 1, longestMs: 1 });

    await expect(there.comment({ key: 'acme/old#1', url: '' }, 'k', 'News')).rejects.toMatchObject({
      fault: 'refused',
      data: { where: 'acme/old#1', hint: expect.stringContaining('moved') as string },
    });
  });
});
