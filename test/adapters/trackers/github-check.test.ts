import { afterEach, describe, expect, it } from 'vitest';
import { checkGithub } from '../../../adapters/trackers/github-check.ts';
import { githubClient } from '../../../adapters/trackers/github-client.ts';
import type { ScriptedServer } from '../../fakes/scripted-server.ts';
import { scriptedServer } from '../../fakes/scripted-server.ts';

describe('a look at a GitHub repository', () => {
  let server: ScriptedServer;
  afterEach(() => server.close());
  const look = async (repository: object, headers: Record<string, string> = {}, issues = 200) => {
    server = await scriptedServer(({ path }) =>
      path.includes('/issues')
        ? {
            status: issues,
            body: issues === 200 ? [] : { message: 'Resource not accessible by personal access token' },
          }
        : { body: { has_issues: true, ...repository }, headers },
    );
    const octokit = githubClient({ token: 'github_pat_sundial', baseUrl: server.url });
    const findings = await checkGithub(octokit, 'acme/payments', { attempts: 1, firstPauseMs: 1, longestMs: 1 });
    expect(server.seen.filter(({ method }) => method !== 'GET')).toEqual([]);
    return findings;
  };
  const classic = (scopes: string) => ({ 'x-oauth-scopes': scopes });

  it.each`
    repository                                         | headers                      | state        | seen                        | why
    ${{}}                                              | ${classic('repo, workflow')} | ${'fine'}    | ${'may write them'}         | ${'a classic token says what it may'}
    ${{}}                                              | ${classic('public_repo')}    | ${'fine'}    | ${'may write them'}         | ${'everybody sees the repository'}
    ${{ private: true }}                               | ${classic('public_repo')}    | ${'missing'} | ${'the scopes public_repo'} | ${'not everybody sees it'}
    ${{}}                                              | ${classic('')}               | ${'missing'} | ${'the scopes of nobody'}   | ${'a token without any scope'}
    ${{ permissions: { push: true } }}                 | ${{}}                        | ${'note'}    | ${'when the first ticket'}  | ${'GitHub does not say what a fine-grained token may write'}
    ${{ permissions: { push: false, triage: false } }} | ${{}}                        | ${'missing'} | ${'not triage its issues'}  | ${'the user may not'}
    ${{ archived: true }}                              | ${classic('repo')}           | ${'missing'} | ${'is archived'}            | ${'nothing can be written'}
    ${{ has_issues: false }}                           | ${classic('repo')}           | ${'missing'} | ${'issues are turned off'}  | ${'there are none'}
  `('finds it $state: $why', async ({ repository, headers, state, seen }: Row) => {
    expect(await look(repository, headers)).toMatchObject([{ state, seen: expect.stringContaining(seen) as string }]);
  });

  it('says what a fine-grained token lacks that may not even read issues', async () => {
    await expect(look({}, {}, 403)).rejects.toMatchObject({
      fault: 'refused',
      data: { hint: expect.stringContaining('read and write the issues') as string },
    });
  });
});

interface Row {
  readonly repository: object;
  readonly headers: Record<string, string>;
  readonly state: string;
  readonly seen: string;
}
