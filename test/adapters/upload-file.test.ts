import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { uploadFile } from '../../adapters/upload-file.ts';
import { closeServer, listen } from '../../local/loopback.ts';
import { fakeCredentials } from '../fakes/aws-json-server.ts';

/** An S3 that answers a write with these statuses, one after another, and then with 200; what it was asked, with the bytes it got. */
async function uploaded(text: string, statuses: readonly number[] = []) {
  const seen: string[] = [];
  const left = [...statuses];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
      const about = ['uploads', 'partNumber', 'uploadId'].filter((name) => searchParams.has(name)).join(' ');
      const body = Buffer.concat(chunks).toString();
      const status = request.method === 'PUT' ? (left.shift() ?? 200) : request.method === 'DELETE' ? 204 : 200;
      seen.push([request.method, about, request.method === 'PUT' ? body : ''].filter(Boolean).join(' '));
      response.writeHead(status, { etag: `"${seen.length}"` });
      if (status >= 300) response.end('<Error><Code>AccessDenied</Code><Message>not so</Message></Error>');
      else if (about === 'uploads')
        response.end('<InitiateMultipartUploadResult><UploadId>u</UploadId></InitiateMultipartUploadResult>');
      else if (request.method === 'POST')
        response.end('<CompleteMultipartUploadResult><ETag>e</ETag></CompleteMultipartUploadResult>');
      else response.end();
    });
  });
  const endpoint = await listen(server);
  const folder = mkdtempSync(join(tmpdir(), 'upload-'));
  writeFileSync(join(folder, 'file'), text);
  const client = new S3Client({
    region: 'us-west-2',
    endpoint,
    credentials: fakeCredentials,
    forcePathStyle: true,
    maxAttempts: 2,
  });
  onTestFinished(async () => {
    client.destroy();
    await closeServer(server);
    rmSync(folder, { recursive: true });
  });
  const place = { bucket: 'b', key: 'k', contentType: 'text/plain' };
  const fault: unknown = await uploadFile(client, join(folder, 'file'), place, 4).catch((error: unknown) => error);
  return { seen, fault };
}

describe('a file that is uploaded', () => {
  it.each`
    text            | seen                                                                                                             | why
    ${''}           | ${['PUT']}                                                                                                       | ${'it is empty'}
    ${'abcd'}       | ${['PUT abcd']}                                                                                                  | ${'it fits a part'}
    ${'abcdefghij'} | ${['POST uploads', ...['abcd', 'efgh', 'ij'].map((part) => `PUT partNumber uploadId ${part}`), 'POST uploadId']} | ${'it does not'}
  `('goes in as many parts as it takes, since $why', async ({ text, seen }: { text: string; seen: string[] }) => {
    expect(await uploaded(text)).toEqual({ seen, fault: undefined });
  });

  it('sends one part again where S3 stumbles', async () => {
    const { seen, fault } = await uploaded('abcdef', [200, 503]);

    expect(fault).toBeUndefined();
    expect(seen.filter((one) => one.endsWith(' ef'))).toHaveLength(2);
    expect(seen.filter((one) => one.endsWith(' abcd'))).toHaveLength(1);
  });

  it('leaves nothing behind where S3 refuses a part, and says why', async () => {
    const { seen, fault } = await uploaded('abcdef', [200, 403]);

    expect(fault).toMatchObject({ name: 'AccessDenied' });
    expect(seen.at(-1)).toBe('DELETE uploadId');
  });
});
