import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { objectStore } from '../../adapters/object-store.ts';
import { closeServer, listen } from '../../local/loopback.ts';
import { fakeCredentials } from '../fakes/aws-json-server.ts';

/** An S3 with these objects, two keys a page. */
async function aStore(objects: Readonly<Record<string, string>>) {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const found = objects[url.pathname];
    if (url.searchParams.has('list-type')) {
      const prefix = `${url.pathname.replace(/\/$/, '')}/`;
      const keys = Object.keys(objects).filter((key) =>
        key.startsWith(prefix + (url.searchParams.get('prefix') ?? '')),
      );
      const from = Number(url.searchParams.get('continuation-token') ?? 0);
      const page = keys
        .slice(from, from + 2)
        .map((key) => `<Contents><Key>${key.slice(prefix.length)}</Key></Contents>`);
      const more = from + 2 < keys.length ? `<NextContinuationToken>${from + 2}</NextContinuationToken>` : '';
      response.end(`<ListBucketResult>${page.join('')}${more}</ListBucketResult>`);
    } else if (found === undefined) {
      response.writeHead(404).end('<Error><Code>NoSuchKey</Code><Message>The key does not exist.</Message></Error>');
    } else response.end(found);
  });
  const endpoint = await listen(server);
  onTestFinished(() => closeServer(server));
  const client = new S3Client({ region: 'us-west-2', endpoint, credentials: fakeCredentials, forcePathStyle: true });
  onTestFinished(() => client.destroy());
  return objectStore(client);
}

describe('objects in S3', () => {
  it('are read, and one that is not there is no fault', async () => {
    const store = await aStore({ '/cases/a.jsonl': 'text' });

    expect(await store.read('cases', 'a.jsonl')).toBe('text');
    expect(await store.read('cases', 'b.jsonl')).toBeNull();
  });

  it('are brought into a file', async () => {
    const store = await aStore({ '/cases/a.jsonl': 'text' });
    const folder = mkdtempSync(join(tmpdir(), 'objects-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));

    await store.download('cases', 'a.jsonl', join(folder, 'a'));

    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('text');
    await expect(store.download('cases', 'none', join(folder, 'b'))).rejects.toThrow('The key does not exist.');
  });

  it('are listed page by page, up to a number', async () => {
    const store = await aStore({ '/log/p/1': '', '/log/p/2': '', '/log/p/3': '', '/log/p/4': '', '/log/q/5': '' });

    expect(await store.keys('log', 'p/', 100)).toEqual(['p/1', 'p/2', 'p/3', 'p/4']);
    expect(await store.keys('log', 'p/', 3)).toEqual(['p/1', 'p/2', 'p/3']);
  });
});
