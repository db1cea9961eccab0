import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signedForm } from '../../local/slack-person/signed-request.ts';
import { aRun, aRunEvidence } from '../builders/comparison.ts';
import { outsideWorld } from './outside-world.ts';
import { runFunction } from './run-function.ts';
import { packagedFunctions } from './template.ts';
import { unzip } from './unzip.ts';

const records = (...bodies: readonly string[]) => ({
  Records: bodies.map((body, n) => ({ messageId: `m${n}`, body, attributes: { ApproximateReceiveCount: '1' } })),
});
const fixture = (path: string) => readFileSync(`test/fixtures/${path}`, 'utf8');

const opus41 = 'health-bedrock/scheduled-change-opus-4-1.json';
const fixtures: Readonly<Record<string, string>> = {
  'on-health-event': opus41,
  'on-bedrock-job': 'bedrock-jobs/batch-inference-failed.json',
  'on-lifecycle-change': 'sundial-lifecycle/end-of-life-announced.json',
  'on-comparison-requested': 'sundial-comparison/asked-in-slack.json',
  'on-slack-request': 'sundial-slack/open-home.json',
  'on-ticket-changed': 'sundial-tickets/github-issue.json',
};

/**
 * What runs once a day or an hour, and not while somebody waits, may weigh more: it asks twelve services. What Slack calls carries
 * Bolt; what does the work for it carries every answer and form, what counts the cases of a comparison and looks at its candidate, and what mails.
 */
const heavier: Readonly<Record<string, number>> = { 'on-slack': 1228, 'on-slack-request': 1700 };
const mostKilobytes = (name: string) => heavier[name] ?? (name.startsWith('on-') ? 1000 : 2048);

/** A slash command as API Gateway passes it: its body in base64. */
function command(text: string, { signingSecret = 'token-from-the-parameter-store' } = {}) {
  const fields = { command: '/sundial', text, user_id: 'U0ANA00001', channel_id: 'C0000001', trigger_id: '1.2.abc' };
  const form = { ...fields, response_url: 'https://hooks.slack.com/commands/1' };
  const { headers, body } = signedForm(form, { signingSecret, now: () => DateTime.utc() });
  return { headers, body: Buffer.from(body).toString('base64'), isBase64Encoded: true };
}

/** What calls a function that no queue feeds, and what it answers where the world is empty. */
const calls: Readonly<Record<string, { readonly input: unknown; readonly answer: unknown }>> = {
  'on-daily-tick': { input: {}, answer: null },
  'sweep-lifecycles': { input: {}, answer: null },
  'list-sweep-accounts': {
    input: {},
    answer: { sweepId: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string, accounts: [{ account: '111122223333' }] },
  },
  'sweep-account': {
    input: { sweepId: '2026-11-20T03:30:00.000Z', account: '111122223333' },
    answer: { account: '111122223333', regions: 0, failures: 0 },
  },
  'conclude-sweep': {
    input: {
      sweepId: '2026-11-20T03:30:00.000Z',
      accounts: [{ account: '111122223333', failed: true, error: 'away' }],
    },
    answer: { accounts: 1, unknown: 1, actions: 0 },
  },
};

/** What functions of the state machine `comparison` are called with; of a run that nobody asked for they say so. */
const refused: Readonly<Record<string, unknown>> = {
  'prepare-comparison': { runId: 'run-1' },
  'answer-cases': { runId: 'run-1', part: '00001' },
  'start-batch': { runId: 'run-1', side: 'current', token: 't' },
  'collect-batch': { runId: 'run-1' },
  'conclude-comparison': { runId: 'run-1' },
  'fail-comparison': { runId: 'run-1', error: 'ABORTED', cause: '' },
};

/** What a function needs beside its code, as it is installed. */
const drawing =
  /^node_modules\/(@resvg\/resvg-wasm\/(package\.json|index_bg\.wasm)|@expo-google-fonts\/inter\/(package\.json|\w+\/\w+\.ttf))$/;
const installed: Readonly<Record<string, RegExp>> = { 'conclude-comparison': drawing };

describe.each(packagedFunctions)('the zip of $name', (packaged) => {
  const { name, zip } = packaged;
  let folder: string;
  let files: readonly string[];
  let world: Awaited<ReturnType<typeof outsideWorld>>;
  const run = (event: unknown) => runFunction(packaged, folder, event, world.environment);

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), `${name}-`));
    files = unzip(zip, folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  beforeEach(async () => {
    world = await outsideWorld(packaged.environment['SUNDIAL_TABLE'] ?? '');
  });
  afterEach(() => world.close());

  it('holds the handler, its chunks and the configuration, and nothing else', () => {
    const own = new RegExp(String.raw`^(\.build/sundial\.json|handlers/${name}\.mjs|handlers/${name}/[\w-]+\.mjs)$`);
    expect(files.filter((file) => !own.test(file) && installed[name]?.test(file) !== true)).toEqual([]);
  });

  it(`is ${mostKilobytes(name)} KB of code at most`, () => {
    const sizes = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name)).length);

    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(mostKilobytes(name) * 1024);
  });

  const source = fixtures[name];
  if (source) {
    it(`handles ${source}`, async () => {
      const { answer, log } = await run(records(fixture(source)));
      expect(answer, log).toEqual({ batchItemFailures: [] });

      // What no migration is about is not remembered.
      if (name !== 'on-ticket-changed') expect(await world.items()).not.toEqual([]);
      expect(world.letters(packaged.environment['SUNDIAL_DEAD_LETTER_QUEUE_URL'] ?? '')).toEqual([]);
    });

    it('keeps what it can never read in the dead letters, with the reason', async () => {
      const unreadable = '{"detail-type":"AWS Health Event"}';
      expect((await run(records(unreadable))).answer).toEqual({ batchItemFailures: [] });

      expect(world.letters(packaged.environment['SUNDIAL_DEAD_LETTER_QUEUE_URL'] ?? '')).toMatchObject([
        { Body: unreadable, MessageAttributes: { error: { StringValue: 'UnreadableEventError' } } },
      ]);
    });
  }

  if (name === 'on-health-event') {
    it('opens one ticket and one thread with tokens from the parameter store, however often it is told', async () => {
      await run(records(fixture(opus41), fixture(opus41)));
      const { log } = await run(records(fixture(opus41)));

      expect(world.made('AmazonSSM.CreateOpsItem').length).toBe(1);
      expect(world.made('slack chat.postMessage').length).toBe(1);
      expect(world.made('AWSEvents.PutEvents').length).toBe(1);
      expect(world.made('slack chat.postMessage')[0]?.token).toBe('Bearer token-from-the-parameter-store');
      expect(log).not.toContain('token-from-the-parameter-store');
    });
  }

  if (name === 'on-ticket-webhook') {
    const body = JSON.stringify({ issue: { number: 7 }, repository: { full_name: 'example-corp/payments' } });
    const posted = (secret: string) => ({
      pathParameters: { tracker: 'github' },
      headers: { 'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` },
      body,
      isBase64Encoded: false,
    });

    it('hands on which ticket a tracker says was changed', async () => {
      const { answer, log } = await run(posted('token-from-the-parameter-store'));

      expect(answer, log).toEqual({ statusCode: 202 });
      expect(world.made('AWSEvents.PutEvents')[0]?.body).toContain('example-corp/payments#7');
      expect(log).not.toContain('token-from-the-parameter-store');
    });

    it('refuses what the tracker did not sign', async () => {
      expect((await run(posted('another'))).answer).toEqual({ statusCode: 401 });
      expect(world.made('AWSEvents.PutEvents')).toEqual([]);
    });
  }

  if (name === 'on-slack') {
    it('acknowledges a signed command once the bus has it', async () => {
      const { answer, log } = await run(command('status münchen'));
      expect(answer, log).toEqual({ statusCode: 200, headers: {}, body: '' });

      const [put, ...others] = world.made('AWSEvents.PutEvents');
      expect(others).toEqual([]);
      const { Entries } = JSON.parse(put?.body ?? '') as { Entries: Record<string, string>[] };
      expect(Entries).toMatchObject([{ Source: 'sundial', DetailType: 'Slack Request Received' }]);
      expect(JSON.parse(Entries[0]?.['Detail'] ?? '')).toMatchObject({
        user: 'U0ANA00001',
        asked: { kind: 'command', text: 'status münchen' },
      });
      expect(put?.body).not.toContain('1.2.abc');
      expect(await world.items()).toEqual([]);
    });

    it('opens a form, and says in the log what is wrong where Slack does not', async () => {
      const { answer, log } = await run(command('compare'));

      expect(world.made('slack').map((call) => call.name)).toEqual(['slack views.open']);
      expect(world.made('slack views.open')[0]?.token).toBe('Bearer token-from-the-parameter-store');
      expect(answer).toMatchObject({ statusCode: 200, body: expect.stringContaining('could not take') as string });
      expect(log).toContain('Slack opened a view but gave no id');
      expect(log).not.toContain('token-from-the-parameter-store');
    });

    it('refuses what Slack did not sign, and logs the line that is counted', async () => {
      const { answer, log } = await run(command('status', { signingSecret: 'another' }));

      expect(answer).toEqual({ statusCode: 401, headers: {}, body: '' });
      expect(JSON.parse(log.trim().split('\n')[0] ?? '')).toEqual({
        refusal: 'forged',
        level: 'ERROR',
        message: 'A Slack request was refused',
      });
      expect(world.made('AWSEvents.PutEvents')).toEqual([]);
    });
  }

  if (refused[name]) {
    it('says so where nobody asked for the run', async () => {
      await expect(run(refused[name])).rejects.toThrow('there is no run run-1');
    });
  }

  if (name === 'conclude-comparison') {
    it('makes the verdict, the report and the chart of a run with what is in the zip alone', async () => {
      const bucket = packaged.environment['SUNDIAL_RUNS_BUCKET'] ?? '';
      const keep = (key: string, body: string) => world.objects.set(`/${bucket}/runs/run-1/${key}`, Buffer.from(body));
      await world.put({
        pk: 'RUNS',
        sk: 'run-1',
        version: 1,
        run: aRun({ status: 'running', migrationIds: [], version: 1 }),
      });
      keep('run.json', JSON.stringify(aRunEvidence));
      keep('cases.jsonl', '{"id":"c-1","prompt":"2 and 2?","expected":"4"}\n');
      keep('manifest.json', '[{"part":"00001"}]');

      const { answer, log } = await run({ runId: 'run-1' });

      expect(answer, log).toEqual({ runId: 'run-1', status: 'concluded', verdict: 'inconclusive' });
      const chart = world.objects.get(`/${bucket}/runs/run-1/report.png`) ?? Buffer.alloc(0);
      expect(chart.subarray(1, 4).toString()).toBe('PNG');
      expect(world.made('AWSEvents.PutEvents')[0]?.body).toContain('Comparison Concluded');
    });
  }

  const call = calls[name];
  if (call) {
    it('runs, and answers as it should where the world is empty', async () => {
      const { answer, log } = await run(call.input);
      expect(answer, log).toEqual(call.answer);
    });
  }
});
