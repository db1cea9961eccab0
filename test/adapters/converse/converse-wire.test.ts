import { createHash, createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { awsAccess } from '../../../adapters/aws-access.ts';
import { converse } from '../../../adapters/comparison/converse.ts';
import { faultKind } from '../../../domain/cases/model-fault.ts';
import { encodedMessage, eventMessage } from '../../../local/aws/bedrock-runtime/event-stream.ts';
import { closeServer, listen } from '../../../local/loopback.ts';
import { aCase } from '../../builders/case.ts';

interface Heard {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const keys = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' };

/** Bedrock Runtime, byte by byte as a test says it. */
async function bedrock(answer: (response: ServerResponse, nth: number) => Promise<void> | void, own: object = {}) {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      heard.push({ method, path, headers, body: Buffer.concat(chunks).toString() });
      void answer(response, heard.length - 1);
    });
  });
  const endpoint = await listen(server);
  onTestFinished(() => closeServer(server));
  const access = awsAccess({ endpoint, credentials: keys, ...own });
  let now = 0;
  const ask = converse(access, 'eu-central-1', () => (now += 10));
  const asked = (signal = AbortSignal.timeout(5_000), modelId = 'a.model-v1:0') => ask(modelId, aCase('one'), signal);
  return { endpoint, heard, ask: asked };
}

const events = [
  eventMessage('messageStart', { role: 'assistant' }),
  eventMessage('contentBlockDelta', { contentBlockIndex: 0, delta: { text: 'Grüße, ' } }),
  eventMessage('contentBlockDelta', { contentBlockIndex: 0, delta: { text: '世界' } }),
  eventMessage('contentBlockStart', { contentBlockIndex: 1, start: { toolUse: { toolUseId: 't', name: 'lookUp' } } }),
  eventMessage('contentBlockDelta', { contentBlockIndex: 1, delta: { toolUse: { input: '{"city":' } } }),
  eventMessage('contentBlockDelta', { contentBlockIndex: 1, delta: { toolUse: { input: '"Köln"}' } } }),
  eventMessage('aKindThatNobodyKnowsYet', { soon: true }),
  eventMessage('messageStop', { stopReason: 'tool_use' }),
  eventMessage('metadata', { usage: { inputTokens: 7, outputTokens: 5, totalTokens: 12 }, metrics: { latencyMs: 1 } }),
];
const answer = {
  text: 'Grüße, 世界',
  toolCalls: [{ name: 'lookUp', input: { city: 'Köln' } }],
  stopReason: 'tool_use',
  inputTokens: 7,
  outputTokens: 5,
};

function exception(type: string, message: string): Buffer {
  return encodedMessage({ ':exception-type': type, ':message-type': 'exception' }, { message });
}

const said = (error: unknown) => {
  const { name, message, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } };
  return { name, message, status: $metadata?.httpStatusCode ?? null };
};

describe('a stream', () => {
  it.each([
    ['all at once', [Buffer.concat(events)]],
    ['an event at a time', events],
    ['in pieces of 13 bytes', pieces(Buffer.concat(events), 13)],
  ])('is one answer, also when it comes %s', async (_, chunks) => {
    const { ask } = await bedrock(async (response) => {
      response.writeHead(200, { 'content-type': 'application/vnd.amazon.eventstream' });
      for (const chunk of chunks) {
        response.write(chunk);
        await setTimeout(0);
      }
      response.end();
    });

    expect(await ask()).toMatchObject(answer);
  });

  it.each([
    ['throttlingException', 'ThrottlingException', 'throttled'],
    ['modelStreamErrorException', 'ModelStreamErrorException', 'modelError'],
    ['internalServerException', 'InternalServerException', 'serviceError'],
    ['serviceUnavailableException', 'ServiceUnavailableException', 'serviceError'],
    ['validationException', 'ValidationException', 'validation'],
  ])('that breaks off with %s is the fault %s', async (type, name, kind) => {
    const { ask } = await bedrock((response) => {
      response.writeHead(200).write(events[1]);
      response.end(exception(type, 'It went wrong.'));
    });
    const fault = await ask().then(() => null, said);

    expect(fault).toEqual({ name, message: 'It went wrong.', status: null });
    expect(fault && faultKind(fault)).toBe(kind);
  });

  it('that the service gives up without a modelled fault is named by its code', async () => {
    const { ask } = await bedrock((response) => {
      response
        .writeHead(200)
        .end(
          encodedMessage(
            { ':message-type': 'error', ':error-code': 'InternalFailure', ':error-message': 'Sorry.' },
            {},
          ),
        );
    });

    await expect(ask()).rejects.toMatchObject({ name: 'InternalFailure', message: 'Sorry.' });
  });

  it.each([
    ['is cut', (response: ServerResponse) => void response.socket?.destroy()],
    ['ends between two messages', (response: ServerResponse) => void response.end(events[2])],
    ['ends inside a message', (response: ServerResponse) => void response.end(events[2]?.subarray(0, 20))],
  ])('that %s is worth another try', async (_, end) => {
    const { ask } = await bedrock(async (response) => {
      response.writeHead(200).write(events[1]);
      await setTimeout(20);
      end(response);
    });
    const fault = await ask().then(() => null, said);

    expect(fault && faultKind(fault)).toBe('unreachable');
  });

  it('whose event is no JSON is nothing that another try would mend', async () => {
    const { ask } = await bedrock((response) => {
      response.writeHead(200).end(eventMessage('messageStop', { reason: 'none' }));
    });
    const fault = await ask().then(() => null, said);

    expect(fault).toMatchObject({ name: 'UnreadableAnswerError', status: 200 });
    expect(fault && faultKind(fault)).toBe('validation');
  });
});

describe('a response that is no answer', () => {
  it.each([
    [
      'named in a header, with an address behind it',
      { 'x-amzn-errortype': 'ThrottlingException:http://internal.amazon.com/coral/com.amazon.bedrock/' },
      '{"message":"Too many requests"}',
      429,
      { name: 'ThrottlingException', message: 'Too many requests' },
    ],
    [
      'named in the body',
      {},
      '{"__type":"com.amazon.bedrock#AccessDeniedException","Message":"Not for you"}',
      403,
      { name: 'AccessDeniedException', message: 'Not for you' },
    ],
    [
      'a page of a proxy',
      {},
      '<html>Bad gateway</html>',
      502,
      { name: 'HTTP 502', message: '<html>Bad gateway</html>' },
    ],
    ['nothing at all', {}, '', 503, { name: 'HTTP 503', message: 'HTTP 503' }],
  ])('is a fault: %s', async (_, headers, body, status, fault) => {
    const { ask } = await bedrock((response) => void response.writeHead(status, headers).end(body));

    expect(await ask().then(() => null, said)).toEqual({ ...fault, status });
  });
});

describe('time', () => {
  it.each([
    ['before the first byte', () => undefined],
    ['in the middle of a stream', (response: ServerResponse) => void response.writeHead(200).write(events[1])],
  ])('that is up %s is a timeout, and ends the connection', async (_, begin) => {
    let closed = false;
    const { ask } = await bedrock((response) => {
      response.on('close', () => (closed = true));
      begin(response);
    });
    const fault = await ask(AbortSignal.timeout(100)).then(() => null, said);

    expect(fault && faultKind(fault)).toBe('timeout');
    await vi.waitFor(() => expect(closed).toBe(true));
  });

  it('is not begun where the signal came before', async () => {
    const { ask, heard } = await bedrock((response) => void response.end());
    await ask(AbortSignal.timeout(5_000)).catch(() => undefined);

    await expect(ask(AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
    expect(heard).toHaveLength(1);
  });
});

describe('a request', () => {
  const streamed = (response: ServerResponse) => void response.writeHead(200).end(Buffer.concat(events));

  it('is signed as AWS asks, each anew', async () => {
    const { ask, heard } = await bedrock(streamed, { credentials: { ...keys, sessionToken: 'session' } });
    await ask();
    await ask();

    expect(heard).toHaveLength(2);
    for (const { method, path, headers, body } of heard) {
      expect({ method, path }).toEqual({ method: 'POST', path: '/model/a.model-v1%3A0/converse-stream' });
      expect(headers).toMatchObject({ 'x-amz-security-token': 'session', 'content-type': 'application/json' });
      expect(JSON.parse(body)).toEqual({ messages: [{ role: 'user', content: [{ text: 'question one' }] }] });
      expect(headers.authorization).toBe(signature({ path, headers, body }));
    }
  });

  it('names an inference profile by its ARN in one piece of the path', async () => {
    const { ask, heard } = await bedrock(streamed);
    await ask(AbortSignal.timeout(5_000), 'arn:aws:bedrock:eu-central-1:111122223333:inference-profile/eu.a.model');

    expect(heard[0]?.path).toBe(
      '/model/arn%3Aaws%3Abedrock%3Aeu-central-1%3A111122223333%3Ainference-profile%2Feu.a.model/converse-stream',
    );
  });

  it('takes a new session when the old one is over', async () => {
    let nth = 0;
    const credentials = () => {
      nth += 1;
      return Promise.resolve({ ...keys, sessionToken: `session ${nth}`, expiration: new Date(0) });
    };
    const { ask, heard } = await bedrock(streamed, { credentials });
    await ask();
    await ask();

    const [first, second] = heard.map(({ headers }) => headers['x-amz-security-token']);
    expect(first).not.toBe(second);
  });

  it('goes where the SDK’s own settings say, and bears the token of Bedrock where there is one', async () => {
    const { endpoint, heard } = await bedrock(streamed);
    const home = mkdtempSync(join(tmpdir(), 'sundial-aws-'));
    onTestFinished(() => {
      rmSync(home, { recursive: true });
      vi.unstubAllEnvs();
    });
    writeFileSync(
      join(home, 'config'),
      `[profile mine]\nservices = here\n[services here]\nbedrock_runtime =\n  endpoint_url = ${endpoint}/stage\n`,
    );
    vi.stubEnv('AWS_CONFIG_FILE', join(home, 'config'));
    vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(home, 'credentials'));
    vi.stubEnv('AWS_PROFILE', 'mine');
    vi.stubEnv('AWS_BEARER_TOKEN_BEDROCK', 'a-key');
    vi.stubEnv('AWS_ENDPOINT_URL_BEDROCK_RUNTIME', undefined);
    const ask = converse(awsAccess(), 'us-east-1', () => 0);
    await ask('a.model', aCase('one'), AbortSignal.timeout(5_000));
    await ask('a.model', aCase('two'), AbortSignal.timeout(5_000));

    expect(heard.map(({ path, headers }) => [path, headers.authorization])).toEqual([
      ['/stage/model/a.model/converse-stream', 'Bearer a-key'],
      ['/stage/model/a.model/converse-stream', 'Bearer a-key'],
    ]);
  });

  it('that has no credentials says so, and finds them once they are there', async () => {
    let found = false;
    const credentials = () => (found ? Promise.resolve(keys) : Promise.reject(new Error('no credentials yet')));
    const { ask, heard } = await bedrock(streamed, { credentials });
    await expect(ask()).rejects.toThrow('no credentials yet');
    found = true;

    expect(await ask()).toMatchObject(answer);
    expect(heard).toHaveLength(1);
  });
});

/** Signature version 4 as AWS describes it: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html */
function signature({ path, headers, body }: Pick<Heard, 'path' | 'headers' | 'body'>): string {
  const signed = /SignedHeaders=([^,]+)/.exec(headers.authorization ?? '')?.[1] ?? '';
  const time = String(headers['x-amz-date']);
  const scope = `${time.slice(0, 8)}/eu-central-1/bedrock/aws4_request`;
  const sha = (text: string) => createHash('sha256').update(text).digest('hex');
  const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
  const canonical = [
    'POST',
    path.split('/').map(encodeURIComponent).join('/'),
    '',
    ...signed.split(';').map((name) => `${name}:${String(headers[name])}`),
    '',
    signed,
    sha(body),
  ].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', time, scope, sha(canonical)].join('\n');
  const key = scope
    .split('/')
    .reduce<string | Buffer>((secret, part) => hmac(secret, part), `AWS4${keys.secretAccessKey}`);
  return `AWS4-HMAC-SHA256 Credential=${keys.accessKeyId}/${scope}, SignedHeaders=${signed}, Signature=${hmac(key, toSign).toString('hex')}`;
}

function pieces(bytes: Buffer, size: number): Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, nth) =>
    bytes.subarray(nth * size, (nth + 1) * size),
  );
}
