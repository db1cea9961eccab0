import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { awsAccess } from '../../../adapters/aws-access.ts';
import { embedBy } from '../../../adapters/scoring/embed-by.ts';
import { closeServer, listen } from '../../../local/loopback.ts';
import { fakeCredentials } from '../../fakes/aws-json-server.ts';

/** A Bedrock Runtime that answers every InvokeModel so. */
async function anEmbedder(status: number, body: object) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      asked.push(Buffer.concat(chunks).toString());
      response.writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': 'AccessDeniedException' });
      response.end(JSON.stringify(body));
    });
  });
  const endpoint = await listen(server);
  onTestFinished(() => closeServer(server));
  return { asked, embed: embedBy(awsAccess({ endpoint, credentials: fakeCredentials }), 'us-east-1') };
}

describe('the meaning of a text', () => {
  it('is asked once for the same text, and of no more than the model takes', async () => {
    const { asked, embed } = await anEmbedder(200, { embedding: [0.6, 0.8] });

    expect(await Promise.all([embed('a'), embed('a'), embed('b'.repeat(90_000))])).toEqual([
      [0.6, 0.8],
      [0.6, 0.8],
      [0.6, 0.8],
    ]);
    expect(asked).toHaveLength(2);
    expect(Math.max(...asked.map((body) => body.length))).toBeLessThan(9_000);
  });

  it.each`
    status | body                         | why
    ${403} | ${{ message: 'no access' }}  | ${/amazon\.titan-embed-text-v2:0 does not answer here \(no access\)/}
    ${200} | ${{}}                        | ${/it answered without an embedding/}
    ${200} | ${{ embedding: 'nonsense' }} | ${/it answered without an embedding/}
  `('is never made up: $why', async ({ status, body, why }: { status: number; body: object; why: RegExp }) => {
    const { embed } = await anEmbedder(status, body);

    await expect(embed('a')).rejects.toThrow(why);
  });
});
