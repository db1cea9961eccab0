import { createEmulator } from 'emulate';
import type { Emulator } from 'emulate';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { githubClient } from '../../../adapters/trackers/github-client.ts';
import { TrackerError } from '../../../adapters/trackers/tracker-error.ts';
import { githubIssues } from '../../../adapters/trackers/github-issues.ts';
import type { TicketRef } from '../../../domain/migration.ts';
import { aTicket } from '../../builders/ticket.ts';
import type { Reply, ScriptedServer, Seen } from '../../fakes/scripted-server.ts';
import { scriptedServer } from '../../fakes/scripted-server.ts';

const patience = { attempts: 3, firstPauseMs: 1, longestMs: 2_000 };
const ticket = aTicket();

describe('a ticket on GitHub', () => {
  let github: Emulator;
  beforeAll(async () => {
    github = await createEmulator({
      service: 'github',
      port: 0,
      seed: {
        tokens: { 'ghp-sundial': { login: 'sundial', scopes: ['repo'] } },
        github: { users: [{ login: 'sundial' }], repos: [{ owner: 'sundial', name: 'payments' }] },
      },
    });
  });
  afterAll(() => github.close());
  const octokit = () => githubClient({ token: 'ghp-sundial', baseUrl: `${github.url}/` });

  it('is closed and opened again, is found either way, and tells whose it is', async () => {
    const tickets = githubIssues(octokit(), 'sundial/payments', patience);
    const ref = await tickets.open('a/payments', ticket);
    expect(await tickets.readBack(ref)).toEqual({ assignee: null, closed: false });

    await tickets.close(ref);
    expect(await tickets.readBack(ref)).toEqual({ assignee: null, closed: true });
    expect(await tickets.find('a/payments')).toEqual(ref);

    await tickets.reopen(ref);
    await octokit().request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
      owner: 'sundial',
      repo: 'payments',
      issue_number: Number(ref.key.split('#')[1]),
      assignees: ['sundial'],
    });
    expect(await tickets.readBack(ref)).toEqual({ assignee: 'sundial', closed: false });
  });
});

describe('the state of a ticket', () => {
  let server: ScriptedServer;
  afterEach(() => server.close());
  const ref: TicketRef = { key: 'acme/payments#12', url: 'https://github.com/acme/payments/issues/12' };
  const issue = (state: string, assignee: unknown = null): Reply => ({ body: { number: 12, state, assignee } });

  async function scripted(reads: Reply[], write: Reply = { status: 200, body: {} }) {
    let count = 0;
    server = await scriptedServer(({ method }: Seen) =>
      method === 'GET' ? (reads[Math.min((count += 1), reads.length) - 1] ?? { status: 418 }) : write,
    );
    return githubIssues(
      githubClient({ token: 'ghp-sundial', baseUrl: server.url, timeoutMs: 2_000 }),
      'acme/payments',
      patience,
    );
  }
  const seen = () => server.seen.map(({ method, path }) => `${method} ${path}`);

  it('is looked at before it is turned, and turned with the reason', async () => {
    await (await scripted([issue('open')])).close(ref);

    expect(seen()).toEqual(['GET /repos/acme/payments/issues/12', 'PATCH /repos/acme/payments/issues/12']);
    expect(server.seen[1]?.body).toEqual({ state: 'closed', state_reason: 'completed' });
  });

  it('is turned back as reopened', async () => {
    await (await scripted([issue('closed')])).reopen(ref);

    expect(server.seen[1]?.body).toEqual({ state: 'open', state_reason: 'reopened' });
  });

  it('is left alone where it is so already', async () => {
    const tickets = await scripted([issue('closed')]);
    await tickets.close(ref);

    expect(seen()).toEqual(['GET /repos/acme/payments/issues/12']);
  });

  it('is looked at again after an answer that was lost', async () => {
    const tickets = await scripted([issue('open'), issue('closed')], { status: 502, body: {} });
    await tickets.close(ref);

    expect(seen().map((line) => line.split(' ')[0])).toEqual(['GET', 'PATCH', 'GET']);
  });

  it('is never taken for "nobody has it" where it could not be read', async () => {
    await expect((await scripted([{ status: 502, body: {} }])).readBack(ref)).rejects.toThrow(TrackerError);
    await server.close();
    await expect((await scripted([{ body: { message: 'Welcome' } }])).readBack(ref)).rejects.toThrow(TrackerError);
  });

  it('names whoever it is assigned to', async () => {
    expect(await (await scripted([issue('open', { login: 'ana' })])).readBack(ref)).toEqual({
      assignee: 'ana',
      closed: false,
    });
  });
});
