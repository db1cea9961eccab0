import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startConsole } from '../../local/console.ts';
import { aConsoleView } from '../builders/console-view.ts';

describe('startConsole', () => {
  let server: Awaited<ReturnType<typeof startConsole>>;

  beforeEach(async () => {
    server = await startConsole({ view: () => Promise.resolve(aConsoleView({ channels: [], tickets: [] })) });
  });

  afterEach(() => server.close());

  function get(path: string, { host, method = 'GET' }: { host?: string; method?: string } = {}) {
    return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }>((resolve, reject) => {
      const headers = host ? { host } : {};
      request(new URL(path, server.url), { headers, method }, (response) => {
        text(response).then(
          (body) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
          reject,
        );
      })
        .on('error', reject)
        .end();
    });
  }

  it('shows the page, with a policy that allows no script and nothing from elsewhere', async () => {
    const { status, headers, body } = await get('/');

    expect(status).toBe(200);
    expect(body).toContain('<!doctype html>');
    expect(body).not.toMatch(/<script|javascript:| on\w+=|\sstyle=/i);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; img-src data:;/);
  });

  it.each`
    path          | method    | host                     | status | why
    ${'/healthz'} | ${'GET'}  | ${undefined}             | ${200} | ${'it is well'}
    ${'/'}        | ${'GET'}  | ${'localhost:8080'}      | ${200} | ${'localhost is this machine'}
    ${'/'}        | ${'GET'}  | ${'sundial.example.com'} | ${421} | ${'a foreign name may be somebody else’s DNS'}
    ${'/'}        | ${'GET'}  | ${'127.0.0.1.evil.test'} | ${421} | ${'a name may begin like an address'}
    ${'/healthz'} | ${'GET'}  | ${'evil.test'}           | ${421} | ${'no path is open to foreign names'}
    ${'/'}        | ${'POST'} | ${undefined}             | ${405} | ${'it only shows'}
    ${'/nothing'} | ${'GET'}  | ${undefined}             | ${404} | ${'there is one page'}
  `('answers $method $path at $host with $status: $why', async ({ path, method, host, status }) => {
    expect((await get(path as string, { method: method as string, host: host as string })).status).toBe(status);
  });

  it('says so when the view cannot be made', async () => {
    await server.close();
    server = await startConsole({ view: () => Promise.reject(new Error('the store is gone')) });

    expect(await get('/')).toMatchObject({ status: 500, body: 'The console could not be shown: the store is gone\n' });
  });
});
