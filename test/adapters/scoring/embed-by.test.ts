import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { awsAccess } from '../../../adapters/aws-access.ts';
import { embedBy } from '../../../adapters/scoring/embed-by.ts';
import { closeServer, listen } from '../../../local/loopback.ts';
import { fakeCredentials } from '../../fakes/aws-json-server.ts';

interface Answers {
  readonly status: number;
  readonly body: object;
  readonly name?: string;
}

const patience = { attempts: 3, timeoutMs: 5_000, wait: () => Promise.resolve() };

/** A Bedrock Runtime that answers an InvokeModel as `answer` says. */
async function anEmbedder(answer: (inputText: string, call: number) => Answers, modelId?: string) {
  const asked: Record<string, unknown>[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as { inputText?: string };
      asked.push(body);
      const { status, body: said, name = 'AccessDeniedException' } = answer(body.inputText ?? '', asked.length);
      response.writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': name });
      response.end(JSON.stringify(said));
    });
  });
  const endpoint = await listen(server);
  onTestFinished(() => closeServer(server));
  const access = awsAccess({ endpoint, credentials: fakeCredentials });
  return { asked, embed: embedBy(access, 'us-east-1', modelId, patience) };
}

const fine = () => ({ status: 200, body: { embedding: [0.5, 0.25], inputTextTokenCount: 7 } });
const vector = Float32Array.from([0.5, 0.25]);

describe('the meaning of a text', () => {
  it('is asked once for the same text, and its tokens are counted once', async () => {
    const { asked, embed } = await anEmbedder(fine);

    expect(await Promise.all([embed('a'), embed('a')])).toEqual([
      { vector, inputTokens: 7 },
      { vector, inputTokens: 0 },
    ]);
    expect(asked).toEqual([{ inputText: 'a', dimensions: 1024, normalize: true }]);
  });

  it('is asked of the beginning of a text that is too long: by its characters, or, where the model says so, by its tokens', async () => {
    const { asked, embed } = await anEmbedder((inputText) =>
      inputText.length > 20_000
        ? { status: 400, name: 'ValidationException', body: { message: 'Too many input tokens.' } }
        : fine(),
    );
    await embed('b'.repeat(90_000));

    expect(asked.map(({ inputText }) => (inputText as string).length)).toEqual([50_000, 45_000, 22_500, 11_250]);
  });

  it('is asked again where the model throttles', async () => {
    const { embed } = await anEmbedder((_, call) =>
      call < 3 ? { status: 429, name: 'ThrottlingException', body: { message: 'slow down' } } : fine(),
    );

    expect(await embed('a')).toEqual({ vector, inputTokens: 7 });
  });

  it.each`
    embeddings                                     | why
    ${[[0.5, 0.25], [1, 2]]}                       | ${'as lists'}
    ${{ float: [[0.5, 0.25]], int8: [[1, 2, 3]] }} | ${'by type'}
  `('is read of a Cohere model $why, its tokens guessed', async ({ embeddings }: { embeddings: unknown }) => {
    const { asked, embed } = await anEmbedder(() => ({ status: 200, body: { embeddings } }), 'us.cohere.embed-v4:0');

    expect(await embed('eight ch')).toEqual({ vector, inputTokens: 2 });
    expect(asked).toMatchObject([{ texts: ['eight ch'], truncate: 'END' }]);
  });

  it.each`
    status | body                         | why
    ${403} | ${{ message: 'no access' }}  | ${/amazon\.titan-embed-text-v2:0 does not answer here \(no access\)/}
    ${200} | ${{}}                        | ${/answered without an embedding/}
    ${200} | ${{ embedding: 'nonsense' }} | ${/answered without an embedding/}
    ${200} | ${{ embedding: ['a'] }}      | ${/answered without an embedding/}
  `('is never made up: $why', async ({ status, body, why }: Answers & { why: RegExp }) => {
    const { embed } = await anEmbedder(() => ({ status, body }));

    await expect(embed('a')).rejects.toThrow(why);
  });
});
