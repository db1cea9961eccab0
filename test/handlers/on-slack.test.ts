import { DateTime } from 'luxon';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SlackRequest } from '../../domain/slack-request.ts';
import { handler } from '../../handlers/on-slack.ts';
import { signedForm } from '../../local/slack-person/signed-request.ts';
import type { AwsCall } from '../fakes/aws-json-server.ts';
import { awsJsonServer } from '../fakes/aws-json-server.ts';

const signingSecret = 'signing-secret-of-the-test';
let busy: readonly string[] = [];
let aws: Awaited<ReturnType<typeof awsJsonServer>>;

beforeAll(async () => {
  aws = await awsJsonServer(({ target }) => {
    if (target === 'AmazonSSM.GetParameter') return { body: { Parameter: { Value: signingSecret } } };
    const [refused, ...rest] = busy;
    busy = rest;
    return refused
      ? { body: { FailedEntryCount: 1, Entries: [{ ErrorCode: refused }] } }
      : { body: { FailedEntryCount: 0, Entries: [{ EventId: 'e1' }] } };
  });
  const environment = {
    AWS_REGION: 'us-west-2',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL: aws.endpoint,
    SUNDIAL_BUS: 'sundial-test',
    SUNDIAL_SLACK_SIGNING_SECRET_PARAMETER: '/aws/reference/secretsmanager/sundial/test/slack-signing-secret',
    SUNDIAL_SLACK_TOKEN_PARAMETER: '/aws/reference/secretsmanager/sundial/test/slack-token',
    SUNDIAL_SLACK_API_URL: '',
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await aws.close();
});

describe('the function that Slack calls', () => {
  let log: string[];
  beforeEach(() => {
    busy = [];
    log = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
      log.push(String(line));
      return true;
    });
  });
  afterEach(() => vi.restoreAllMocks());

  it('puts a command on Sundial’s bus and acknowledges it, and shows the trigger to nobody', async () => {
    const answer = await handler(command('status payments'));

    expect(answer).toEqual({ statusCode: 200, headers: {}, body: '' });
    const [entry] = puts().at(-1) ?? [];
    expect(entry).toMatchObject({
      EventBusName: 'sundial-test',
      Source: 'sundial',
      DetailType: 'Slack Request Received',
    });
    const request = JSON.parse(entry?.['Detail'] ?? '') as SlackRequest;
    expect(request).toMatchObject({ user: 'U0ANA00001', asked: { kind: 'command', text: 'status payments' } });
    expect(JSON.stringify(entry)).not.toContain('1.2.trigger');
  });

  it('gives a request that comes twice the same key twice, for whoever does the work to know', async () => {
    await handler(command('status again'));
    await handler({
      ...command('status again'),
      headers: { ...command('status again').headers, 'x-slack-retry-num': '1' },
    });

    const keys = puts()
      .slice(-2)
      .map(([entry]) => (JSON.parse(entry?.['Detail'] ?? '') as SlackRequest).key);
    expect(new Set(keys).size).toBe(1);
  });

  it('tries the bus twice, and then says that it could not take it', async () => {
    busy = ['ThrottlingException'];
    expect(await handler(command('status'))).toMatchObject({ statusCode: 200, body: '' });

    busy = ['ThrottlingException', 'InternalFailure'];
    const { statusCode, body } = await handler(command('status'));

    expect([statusCode, JSON.parse(body)]).toMatchObject([
      200,
      { response_type: 'ephemeral', text: expect.stringContaining('could not take this') as string },
    ]);
    expect(log.join('')).toContain('A Slack request was not taken');
  });

  it('answers help without the bus', async () => {
    const before = puts().length;

    expect((await handler(command('help'))).body).toContain('/sundial snooze');
    expect(puts()).toHaveLength(before);
  });

  it.each`
    change                                                                   | refusal
    ${{ headers: {} }}                                                       | ${'unsigned'}
    ${{ body: Buffer.from('command=%2Fsundial&text=x').toString('base64') }} | ${'forged'}
  `('refuses what is $refusal, and logs the line that is counted', async ({ change, refusal }: Forged) => {
    const before = puts().length;

    expect((await handler({ ...command('status'), ...change })).statusCode).toBe(401);

    expect(log.map((line) => JSON.parse(line) as unknown)).toEqual([
      { level: 'ERROR', message: 'A Slack request was refused', refusal },
    ]);
    expect(puts()).toHaveLength(before);
  });

  it('reads the signing secret once, and logs it never', () => {
    const reads = aws.calls.filter(({ target }) => target === 'AmazonSSM.GetParameter');

    expect(reads.map(({ input }) => input)).toEqual([
      { Name: '/aws/reference/secretsmanager/sundial/test/slack-signing-secret', WithDecryption: true },
    ]);
    expect(log.join('')).not.toContain(signingSecret);
  });
});

interface Forged {
  readonly change: object;
  readonly refusal: string;
}

function command(text: string) {
  const fields = {
    command: '/sundial',
    text,
    user_id: 'U0ANA00001',
    channel_id: 'C0PAYMENTS',
    trigger_id: '1.2.trigger',
  };
  const form = { ...fields, response_url: 'https://hooks.slack.com/commands/1' };
  const { headers, body } = signedForm(form, { signingSecret, now: () => DateTime.utc() });
  return { headers, body: Buffer.from(body).toString('base64'), isBase64Encoded: true };
}

function puts(): readonly (readonly Record<string, string>[])[] {
  return aws.calls
    .filter(({ target }) => target === 'AWSEvents.PutEvents')
    .map(({ input }: AwsCall) => input['Entries'] as readonly Record<string, string>[]);
}
