import { afterEach, describe, expect, it } from 'vitest';
import { githubClient } from '../../../adapters/trackers/github-client.ts';
import { githubSubIssues } from '../../../adapters/trackers/github-sub-issues.ts';
import type { ScriptedServer } from '../../fakes/scripted-server.ts';
import { scriptedServer } from '../../fakes/scripted-server.ts';

describe('an issue below another one, which emulate does not know', () => {
  let server: ScriptedServer;
  afterEach(() => server.close());
  const ref = (number: number) => ({ key: `acme/payments#${number}`, url: '' });
  const link = async (below: readonly number[], refusal?: string) => {
    server = await scriptedServer(({ method, path }) =>
      path.endsWith('/sub_issues') && method === 'GET'
        ? { body: below.map((id) => ({ id })) }
        : method === 'POST' && refusal !== undefined
          ? { status: 422, body: { message: refusal } }
          : { status: method === 'POST' ? 201 : 200, body: { id: 912 } },
    );
    const octokit = githubClient({ token: 'ghp-sundial', baseUrl: server.url });
    await githubSubIssues(octokit, { attempts: 2, firstPauseMs: 1, longestMs: 100 }).link(ref(12), ref(3));
    return server.paths();
  };

  it('is put there by the id it has beside its number', async () => {
    expect(await link([7])).toEqual([
      'GET /repos/acme/payments/issues/12',
      'GET /repos/acme/payments/issues/3/sub_issues',
      'POST /repos/acme/payments/issues/3/sub_issues',
    ]);
    expect(server.seen[2]?.body).toEqual({ sub_issue_id: 912 });
  });

  it('is left where it is', async () => {
    expect((await link([7, 912])).filter((path) => path.startsWith('POST'))).toEqual([]);
  });

  it('keeps the parent that a person has set', async () => {
    await expect(link([], 'An error occurred: Sub issue may only have one parent')).resolves.toHaveLength(3);
  });

  it('is no child where GitHub refuses it for another reason', async () => {
    await expect(link([], 'Sub issues are limited to 100')).rejects.toMatchObject({ fault: 'refused' });
  });
});
