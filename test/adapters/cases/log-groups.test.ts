import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { DateTime } from 'luxon';
import { describe, expect, it, onTestFinished } from 'vitest';
import { awsAccess } from '../../../adapters/aws-access.ts';
import { logGroups } from '../../../adapters/cases/log-groups.ts';
import type { Reply } from '../../fakes/scripted-server.ts';
import { fakeCredentials } from '../../fakes/aws-json-server.ts';
import { scriptedServer } from '../../fakes/scripted-server.ts';

const now = DateTime.fromISO('2026-11-20T18:00:00Z', { zone: 'utc' });

function event(id: number, input: object) {
  const record = {
    schemaType: 'ModelInvocationLog',
    requestId: `r-${id}`,
    operation: 'Converse',
    modelId: 'old',
    input,
  };
  return { eventId: `e-${id}`, message: JSON.stringify(record) };
}
const asked = (text: string) => ({ inputBodyJson: { messages: [{ role: 'user', content: [{ text }] }] } });

async function bring(answer: Reply, most?: number) {
  const server = await scriptedServer(() => answer);
  const folder = mkdtempSync(join(tmpdir(), 'log-groups-'));
  onTestFinished(async () => {
    rmSync(folder, { recursive: true });
    await server.close();
  });
  const access = { ...awsAccess({ endpoint: server.url, credentials: fakeCredentials }), maxAttempts: 1 };
  const groups = logGroups(new CloudWatchLogsClient({ ...access, region: 'us-east-1' }), most);
  const bodyAt = () => Promise.resolve({ body: asked('a long question').inputBodyJson });
  const files = await groups.bring({ kind: 'logGroup', name: '/calls', days: 7 }, folder, now, bodyAt);
  return files.map((file) => readFileSync(file, 'utf8')).join('');
}

describe('cases of a log group', () => {
  it('come into a file in the case form, redacted, with bodies that lie in S3', async () => {
    const large = { inputBodyS3Path: 's3://log/data/1.json.gz' };
    const text = await bring({ body: { events: [event(1, asked('I am a@example.com')), event(2, large)] } });

    expect(text).not.toContain('a@example.com');
    expect(text.trim().split('\n')).toHaveLength(2);
    expect(text).toContain('a long question');
  });

  const two = { body: { events: [event(1, asked('one')), event(2, asked('two'))] } };
  const fault = (name: string) => ({ status: 400, body: { __type: name, message: 'said so' } });
  it.each`
    answer                                | most         | words                                                                     | why
    ${{ body: { events: [] } }}           | ${undefined} | ${'nothing of the model invocation log lies there, of the last 7 days'}   | ${'logging may be off'}
    ${two}                                | ${1}         | ${'holds more than 1 calls of the last 7 days; take fewer'}               | ${'a function ends after fifteen minutes'}
    ${fault('ResourceNotFoundException')} | ${undefined} | ${'there is no such log group'}                                           | ${'the name is wrong'}
    ${fault('AccessDeniedException')}     | ${undefined} | ${'Sundial may not read it: name it in the parameter invocationLogGroup'} | ${'the right is not given'}
    ${fault('InvalidParameterException')} | ${undefined} | ${'cannot be read: said so'}                                              | ${'anything else is told as it is'}
  `('are refused with "$words": $why', async ({ answer, most, words }: Refused) => {
    await expect(bring(answer, most)).rejects.toThrow(words);
  });
});

interface Refused {
  readonly answer: Reply;
  readonly most: number | undefined;
  readonly words: string;
}
