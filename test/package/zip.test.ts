import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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
};

/** What runs once a day or an hour, and not while somebody waits, may weigh more: it asks twelve services. */
const mostKilobytes = (name: string) => (name.startsWith('on-') ? 850 : 2048);

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
    expect(files.filter((file) => !own.test(file))).toEqual([]);
  });

  it(`is ${mostKilobytes(name)} KB of code at most`, () => {
    const sizes = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name)).length);

    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(mostKilobytes(name) * 1024);
  });

  const source = fixtures[name];
  if (source) {
    it(`handles ${source}`, async () => {
      const { answer, log } = await run(records(fixture(source)));
      expect(answer, log).toEqual({ batchItemFailures: [] });

      expect(await world.items()).not.toEqual([]);
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

      expect(world.made('github POST').map((call) => call.name)).toEqual([
        'github POST /repos/sundial/migrations/issues',
      ]);
      expect(world.made('slack chat.postMessage').length).toBe(1);
      expect(world.made('AWSEvents.PutEvents').length).toBe(1);
      expect(world.made('slack chat.postMessage')[0]?.token).toBe('Bearer token-from-the-parameter-store');
      expect(log).not.toContain('token-from-the-parameter-store');
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
