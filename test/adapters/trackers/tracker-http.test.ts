import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { jiraClient } from '../../../adapters/trackers/jira-client.ts';
import { HttpFailure } from '../../../adapters/trackers/http-failure.ts';
import { failingIn, httpOutlook } from '../../../adapters/trackers/tracker-failure.ts';
import { trackerHttp } from '../../../adapters/trackers/tracker-http.ts';
import type { Reply, ScriptedServer } from '../../fakes/scripted-server.ts';
import { scriptedServer } from '../../fakes/scripted-server.ts';

describe('a token of Jira with scopes', () => {
  it('is sent to where Jira takes it, by the id of the site', async () => {
    const asked: string[] = [];
    const fetching = vi.spyOn(globalThis, 'fetch').mockImplementation((url) => {
      if (url instanceof URL) asked.push(url.href);
      return Promise.resolve(Response.json({ ok: true }));
    });
    onTestFinished(() => fetching.mockRestore());
    const site = 'https://example-corp.atlassian.net';
    const cloudId = '11223344-a1b2-3b33-c444-def123456789';
    for (const one of [{ site, cloudId }, { site }])
      await jiraClient({ ...one, credential: 'a@example.com:t' })({ method: 'GET', path: '/rest/api/3/myself' });

    expect(asked).toEqual([
      `https://api.atlassian.com/ex/jira/${cloudId}/rest/api/3/myself`,
      `${site}/rest/api/3/myself`,
    ]);
  });
});

describe('a call to a tracker', () => {
  let server: ScriptedServer;
  afterEach(() => server.close());
  const asking = async (reply: Reply) => {
    server = await scriptedServer(() => reply);
    const http = trackerHttp({
      baseUrl: `${server.url}/`,
      headers: { authorization: 'Bearer s3cret' },
      timeoutMs: reply.silent ? 50 : 2_000,
    });
    return http({ method: 'POST', path: '/a', query: { q: ['one', 'two & three'] }, json: { a: 1 } });
  };
  const failed = async (reply: Reply) => {
    const fault: unknown = await asking(reply).catch((error: unknown) => error);
    if (fault instanceof HttpFailure) return fault;
    throw new Error('expected an HttpFailure', { cause: fault });
  };

  it('carries its query, its body and the credential', async () => {
    expect(await asking({ body: { b: 2 } })).toEqual({ b: 2 });
    expect(server.seen[0]).toMatchObject({ path: '/a', authorization: 'Bearer s3cret', body: { a: 1 } });
    expect(server.seen[0]?.query.getAll('q')).toEqual(['one', 'two & three']);
  });

  it.each`
    reply                                                                                                                  | outlook                                  | why
    ${{ status: 429, headers: { 'retry-after': '7' } }}                                                                    | ${{ kind: 'refused', afterMs: 7_000 }}   | ${'seconds'}
    ${{ status: 429, headers: { date: 'Fri, 20 Nov 2026 09:00:00 GMT', 'retry-after': 'Fri, 20 Nov 2026 09:00:30 GMT' } }} | ${{ kind: 'refused', afterMs: 30_000 }}  | ${'a date by their clock'}
    ${{ status: 429, headers: { 'retry-after': 'soon' } }}                                                                 | ${{ kind: 'refused', afterMs: null }}    | ${'no time at all'}
    ${{ status: 503, headers: { 'retry-after': '2' } }}                                                                    | ${{ kind: 'uncertain', afterMs: 2_000 }} | ${'it may have been done'}
    ${{ status: 408 }}                                                                                                     | ${{ kind: 'uncertain', afterMs: null }}  | ${'they gave up waiting'}
    ${{ silent: true }}                                                                                                    | ${{ kind: 'uncertain', afterMs: null }}  | ${'silence'}
    ${{ status: 400 }}                                                                                                     | ${{ kind: 'hopeless' }}                  | ${'the same call gets the same answer'}
    ${{ status: 302, headers: { location: '/b' } }}                                                                        | ${{ kind: 'hopeless' }}                  | ${'redirects are not followed'}
  `('that fails says whether to ask again: $why', async ({ reply, outlook }: { reply: Reply; outlook: object }) => {
    expect(httpOutlook(await failed(reply))).toEqual(outlook);
    expect(server.seen).toHaveLength(1);
  });

  it('takes its secret out of what is answered, and keeps nothing of the request', async () => {
    const fault = await failed({ status: 400, body: { message: 'The token s3cret is odd' } });
    const words = {
      tracker: 'Desk',
      secrets: ['s3cret', ''],
      saidIn: (answer: unknown) => (answer as { message: string }).message,
      hintFor: () => null,
    };

    expect(() => failingIn(words)('PAY')(fault)).toThrow(
      expect.objectContaining({
        data: { tracker: 'Desk', where: 'PAY', status: 400, said: 'The token … is odd', hint: null },
      }) as Error,
    );
    expect(JSON.stringify(Object.entries(fault))).not.toContain('authorization');
  });
});
