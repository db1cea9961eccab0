import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSimulatedBedrock } from '../../local/aws/bedrock-runtime/simulated-bedrock.ts';
import { closeServer, listen } from '../../local/loopback.ts';
import { credentialsFor, day } from './aws.ts';
import { aFolder } from './run.ts';

const group = 'cloudwatch:/aws/bedrock/modelinvocations';

/** Where the simulated organisation has its log. */
const region = 'eu-central-1';

/** Runs the command with credentials; what it prints on stdout is read where it is JSON. */
async function ran(args: readonly string[], env: Record<string, string>, here = aFolder()) {
  const { code, stdout, stderr } = await here.sundial(args, '', env);
  return { code, stderr, json: stdout.startsWith('{') ? (JSON.parse(stdout) as unknown) : null, left: here.left() };
}

describe('a model invocation log in CloudWatch', () => {
  it('is sampled, redacted and counted as one in files', async () => {
    const here = aFolder();
    const out = join(here.path, 'cases.jsonl');
    const env = await credentialsFor();
    const args = [
      'cases',
      `${group}?days=3`,
      '--sample',
      '8',
      '--out',
      out,
      '--region',
      region,
      '--now',
      day,
      '--json',
    ];
    const { code, json, left } = await ran(args, env, here);

    expect(code).toBe(0);
    expect(left).toEqual({ work: ['cases.jsonl'], temporary: [] });
    expect(json).toMatchObject({ forms: { invocationLog: expect.any(Number) as number }, written: { cases: 8 } });
    const told = json as { cases: number; redacted: Record<string, number>; tags: Record<string, object> };
    expect(told.cases).toBeGreaterThan(8);
    expect(told.redacted['email']).toBeGreaterThan(0);
    expect(Object.keys(told.tags)).toEqual(expect.arrayContaining(['model', 'caller']));
    expect(readFileSync(out, 'utf8')).not.toContain('@example.com');
  });

  it('is what a comparison asks, the calls of the current model alone, and a resumed run asks the same', async () => {
    const bedrock = await startSimulatedBedrock({ answer: () => ({ kind: 'text', text: 'Yes.' }) });
    onTestFinished(bedrock.close);
    const env = { ...(await credentialsFor()), AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrock.endpoint };
    const out = join(aFolder().path, 'run');
    const model = 'anthropic.claude-sonnet-4-5-20250929-v1:0';
    const args = [
      'compare',
      model,
      'b.candidate',
      '--dataset',
      group,
      '--sample',
      '6',
      '--skip-preflight',
      '--region',
      region,
    ];
    const run = await ran([...args, '--out', out, '--now', day, '--json'], env);
    const asked = bedrock.calls.stream;
    const again = await ran([...args, '--out', out, '--now', day, '--json', '--resume'], {
      ...env,
      AWS_ENDPOINT_URL_CLOUDWATCH_LOGS: 'http://127.0.0.1:9',
    });

    expect(run.json).toMatchObject({ cases: 6, answered: 6 });
    expect(again.json).toEqual(run.json);
    expect(bedrock.calls.stream).toBe(asked);
    const models = readFileSync(join(out, 'cases.jsonl'), 'utf8').trim().split('\n');
    for (const line of models) expect(line).toContain('claude-sonnet-4-5');
  });

  it('is drawn anew where the run was not begun, and a dry run leaves nothing of it', async () => {
    const bedrock = await startSimulatedBedrock({ answer: () => ({ kind: 'text', text: 'Yes.' }) });
    onTestFinished(bedrock.close);
    const env = { ...(await credentialsFor()), AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrock.endpoint };
    const here = aFolder();
    const [old, next] = ['anthropic.claude-sonnet-4-5-20250929-v1:0', 'anthropic.claude-sonnet-5'];
    const args = ['compare', old, next, '--dataset', group, '--skip-preflight', '--region', region, '--now', day];
    const dry = await ran([...args, '--dry-run', '--json'], env, here);
    const tooDear = await ran([...args, '--sample', '6', '--out', 'run', '--budget', '0.0000001', '--json'], env, here);
    const run = await ran([...args, '--sample', '2', '--out', 'run', '--json'], env, here);

    expect(dry.left).toEqual({ work: [], temporary: [] });
    expect(tooDear).toMatchObject({ code: 2, stderr: expect.stringContaining('--budget') as string });
    expect(run.json).toMatchObject({ cases: 2, answered: 2 });
  });

  it.each([
    ['cloudwatch:', 'expected cloudwatch:LOG_GROUP'],
    [`${group}?days=0`, 'expected cloudwatch:LOG_GROUP'],
    ['cloudwatch:/no/such/group', 'The specified log group does not exist'],
  ])('that is not there is bad input, and says so: %s', async (address, words) => {
    const { code, stderr } = await ran(['cases', address, '--now', day], await credentialsFor());

    expect(code).toBe(2);
    expect(stderr).toContain(words);
  });
});

describe('a body too large for the log', () => {
  const record = (id: string, key: string) => ({
    schemaType: 'ModelInvocationLog',
    schemaVersion: '1.0',
    requestId: id,
    operation: 'Converse',
    modelId: 'a.model',
    input: { inputContentType: 'application/json', inputBodyS3Path: `s3://the-log/logs/data/${key}` },
  });

  it('is followed to S3, and what cannot be had is dropped with why', async () => {
    const bodies: Record<string, Buffer> = {
      '/the-log/logs/data/one.json.gz': gzipSync(
        JSON.stringify({ messages: [{ role: 'user', content: [{ text: 'A very long question.' }] }] }),
      ),
      '/the-log/logs/data/two.json.gz': Buffer.from('no JSON'),
      '/the-log/logs/today.json.gz': gzipSync(
        ['one', 'two', 'three'].map((key) => JSON.stringify(record(key, `${key}.json.gz`))).join('\n'),
      ),
    };
    const s3 = createServer((request, response) => {
      const found = bodies[(request.url ?? '').replace(/\?.*$/, '')];
      if (found) response.writeHead(200, { 'content-length': found.length }).end(found);
      else
        response
          .writeHead(404, { 'content-type': 'application/xml' })
          .end('<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>no</Message></Error>');
    });
    const endpoint = await listen(s3);
    onTestFinished(() => closeServer(s3));
    const env = {
      AWS_ACCESS_KEY_ID: 'a',
      AWS_SECRET_ACCESS_KEY: 'b',
      AWS_REGION: 'us-east-1',
      AWS_ENDPOINT_URL: endpoint,
    };
    const { json, left } = await ran(['cases', 's3://the-log/logs/today.json.gz', '--json'], env);

    expect(json).toMatchObject({
      cases: 1,
      dropped: { 'its body in S3 is no JSON': 1, 'its body in S3 is not there any more': 1 },
    });
    expect(left.temporary).toEqual([]);
  });
});
