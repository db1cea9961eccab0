import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSimulatedBedrock } from '../../local/aws/bedrock-runtime/simulated-bedrock.ts';
import { startBatchAws } from '../fakes/batch-aws.ts';
import { aFolder, documentOf } from './run.ts';

const role = 'arn:aws:iam::111122223333:role/bedrock-batch';
const priced = ['anthropic.claude-sonnet-4-5-20250929-v1:0', 'anthropic.claude-haiku-4-5-20251001-v1:0'] as const;

function numberIn(prompt: string): number {
  return Number(/\d+/.exec(prompt)?.[0] ?? 0);
}

async function inBatch(count: number, options: Partial<Parameters<typeof startBatchAws>[0]> = {}, extra: object = {}) {
  const aws = await startBatchAws({
    says: (modelId, prompt) =>
      modelId === 'worse' && numberIn(prompt) % 3 === 0 ? 'no' : `answer ${numberIn(prompt)}`,
    ...options,
  });
  const bedrock = await startSimulatedBedrock({
    answer: () => ({ kind: 'text', text: '{"reason": "the same", "better": "tie"}' }),
  });
  onTestFinished(bedrock.close);
  const lines = Array.from({ length: count }, (_, index) =>
    JSON.stringify({ id: `case-${index}`, prompt: `question ${index}`, expected: `answer ${index}`, ...extra }),
  );
  const folder = aFolder({ 'cases.jsonl': lines.join('\n') });
  const env = {
    AWS_ACCESS_KEY_ID: 'AKIASIMULATED',
    AWS_SECRET_ACCESS_KEY: 'simulated',
    AWS_REGION: 'us-east-1',
    AWS_ENDPOINT_URL: aws.endpoint,
    AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrock.endpoint,
  };
  const argsOf = (args: readonly string[]) => [
    ...[
      'compare',
      '--dataset',
      'cases.jsonl',
      '--engine',
      'batch',
      '--batch-poll',
      '1',
      '--json',
      '--now',
      '2026-11-20',
    ],
    ...args,
  ];
  const place = ['--batch-output', 's3://example-batch/sundial/', '--batch-role', role];
  const compare = (...args: string[]) => folder.sundial(argsOf([...args, ...place]), '', env);
  /** Begins the command, and ends it by a signal as soon as there is something to see. */
  const ended = async (
    signal: NodeJS.Signals,
    isTime: ((stderr: string) => boolean) | Promise<void>,
    ...args: string[]
  ) => {
    const command = join(import.meta.dirname, '../../dist/sundial.js');
    const child = spawn(process.execPath, [resolve(command), ...argsOf([...args, ...place])], {
      cwd: folder.path,
      env: { ...process.env, ...env },
    });
    let stderr = '';
    if (isTime instanceof Promise) void isTime.then(() => child.kill(signal));
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
      if (typeof isTime === 'function' && isTime(stderr)) child.kill(signal);
    });
    const by = await new Promise((told) => child.on('close', (_, killedBy) => told(killedBy)));
    return { by, stderr };
  };
  return { aws, bedrock, folder, compare, ended, bare: (...args: string[]) => folder.sundial(argsOf(args), '', env) };
}

describe('sundial compare in batch', () => {
  it('asks both models in a job each, and concludes as always', async () => {
    const { compare, aws, bedrock, folder } = await inBatch(120);
    const ran = await compare('old', 'worse', '--out', 'run');

    expect(ran.code).toBe(1);
    expect(documentOf(ran)).toMatchObject({
      cases: 120,
      answered: 120,
      failed: 0,
      verdict: { kind: 'regressed' },
      latency: { current: { p50: null } },
    });
    expect(aws.log).toEqual(['create old', 'create worse']);
    expect([...aws.roles]).toEqual([role]);
    const { runId } = documentOf(ran) as { runId: string };
    expect([...aws.jobs.values()]).toMatchObject([
      {
        name: `sundial-${runId}-current`,
        input: `s3://example-batch/sundial/sundial-${runId}/cases.jsonl`,
        output: `s3://example-batch/sundial/sundial-${runId}/current/`,
      },
      { name: `sundial-${runId}-candidate` },
    ]);
    expect(bedrock.calls).toMatchObject({ stream: 0, converse: 0 });
    expect(ran.stderr).toMatch(/In batch: current model Submitted, 10 of 120 cases/);
    expect(readFileSync(join(folder.path, 'run', 'report.md'), 'utf8')).toContain('answered in batch');
    expect(folder.left().temporary).toEqual([]);
  });

  it('asks the judge at once', async () => {
    const { compare, bedrock } = await inBatch(100);
    const ran = await compare('old', 'same', '--out', 'run', '--judge', 'judge');

    expect(documentOf(ran)).toMatchObject({ judge: { modelId: 'judge', consistency: 1 } });
    expect(bedrock.calls.stream).toBe(200);
  });

  it('costs half', async () => {
    const { bare } = await inBatch(100);
    const ran = await bare(...priced, '--dry-run', '--skip-preflight');
    const whole = await bare(...priced, '--dry-run', '--skip-preflight', '--engine', 'onDemand');
    const costOf = (run: typeof ran) => (documentOf(run)['cost'] as { total: number }).total;

    expect(ran.code).toBe(0);
    expect(costOf(ran)).toBeCloseTo(costOf(whole) / 2);
    expect(documentOf(ran)).toMatchObject({ seconds: null, quota: null, stops: [] });
  });

  it.each`
    count  | extra                                                               | quotas                                                                                 | message                         | why
    ${99}  | ${{}}                                                               | ${[]}                                                                                  | ${/at least 100 cases.*are 99/} | ${'a job has a least number of records'}
    ${100} | ${{ tools: [{ name: 'refund', inputSchema: { type: 'object' } }] }} | ${[]}                                                                                  | ${/gives the model tools/}      | ${'there are no tools in a batch'}
    ${100} | ${{}}                                                               | ${[{ QuotaName: 'Records per batch inference job for Claude Sonnet 4.5', Value: 50 }]} | ${/at most 50 cases/}           | ${'the quota is smaller'}
  `(
    'begins nothing where $why',
    async ({ count, extra, quotas, message }: { count: number; extra: object; quotas: []; message: RegExp }) => {
      const { compare, aws, folder } = await inBatch(count, { quotas }, extra);
      const ran = await compare(...priced, '--out', 'run');

      expect(ran).toMatchObject({ code: 2, stderr: expect.stringMatching(message) as string });
      expect(ran.stderr).toContain('without --engine batch');
      expect(aws.paths).toEqual([]);
      expect(aws.log).toEqual([]);
      expect(folder.left().work).toEqual(['cases.jsonl']);
    },
  );

  it.each`
    args                                                                                   | message
    ${['--engine', 'quick']}                                                               | ${'--engine quick: expected batch or onDemand'}
    ${['--engine', 'onDemand', '--batch-role', role]}                                      | ${'expected --engine batch too'}
    ${['--repeat', '2']}                                                                   | ${'--repeat: batch inference asks each case once'}
    ${['--frozen', 'cases.jsonl']}                                                         | ${'--frozen: answers that were kept'}
    ${[]}                                                                                  | ${'--batch-output: expected s3://bucket/prefix'}
    ${['--batch-output', 'bucket', '--batch-role', role]}                                  | ${'--batch-output bucket: expected s3://'}
    ${['--batch-output', 's3://example-batch', '--batch-role', 'bedrock-batch']}           | ${'--batch-role bedrock-batch: expected the ARN'}
    ${['--batch-output', 's3://example-batch', '--batch-role', role, '--batch-poll', '0']} | ${'--batch-poll: expected seconds'}
    ${['--batch-stop']}                                                                    | ${'expected what a run of sundial compare writes'}
  `('$args is bad input: $message', async ({ args, message }: { args: string[]; message: string }) => {
    const { bare, aws } = await inBatch(100);
    const ran = await bare('old', 'same', '--out', 'run', ...args);

    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(message);
    expect(aws.log).toEqual([]);
  });

  it('says that the bucket is in another Region, and another one can be named', async () => {
    const { bare, compare, aws } = await inBatch(100);
    const ran = await bare('old', 'same', '--out', 'run', '--batch-output', 's3://elsewhere/a', '--batch-role', role);

    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('in another Region') as string });
    expect(aws.log).toEqual([]);
    expect(documentOf(await compare('old', 'same', '--out', 'run', '--resume'))).toMatchObject({ answered: 100 });
  });

  it('stops the other job where one failed, and says why', async () => {
    const { compare, aws } = await inBatch(100, { looks: 1, status: 'Failed' });
    const ran = await compare('old', 'same', '--out', 'run');

    expect(ran).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('job of the current model failed') as string,
    });
    expect([...aws.jobs.values()].map(({ status }) => status)).not.toContain('Submitted');
  });
});

describe('a comparison in batch that was ended', () => {
  const waiting = (stderr: string) => stderr.includes('In batch:');

  it.each`
    signal       | why
    ${'SIGKILL'} | ${'killed'}
    ${'SIGINT'}  | ${'interrupted'}
  `(
    'while it waited, $why, goes on with the same jobs to the same report',
    async ({ signal }: { signal: NodeJS.Signals }) => {
      const { compare, ended, aws } = await inBatch(100, { looks: Infinity });
      const { by, stderr } = await ended(signal, waiting, 'old', 'worse', '--out', 'run');
      expect(by).toBe(signal);
      if (signal === 'SIGINT') expect(stderr).toContain('with --resume waits on');

      aws.state.looks = 0;
      const resumed = await compare('old', 'worse', '--out', 'run', '--resume');
      const whole = await compare('old', 'worse', '--out', 'other');
      expect(aws.log).toEqual(['create old', 'create worse', 'create old', 'create worse']);
      expect(documentOf(resumed)).toMatchObject({ cases: 100, answered: 100 });
      const verdictOf = (ran: typeof whole) => [documentOf(ran)['verdict'], documentOf(ran)['metrics']];
      expect(verdictOf(resumed)).toEqual(verdictOf(whole));
    },
  );

  it.each`
    holds | extra                                        | why
    ${1}  | ${{}}                                        | ${'in one piece'}
    ${2}  | ${{ system: ['Be short. '.repeat(20_000)] }} | ${'in its second part of two'}
  `(
    'while it uploaded the cases, $why, begins nothing twice',
    async ({ holds, extra }: { holds: number; extra: object }) => {
      const { compare, ended, aws } = await inBatch(100, { holds }, extra);
      const { by } = await ended('SIGKILL', aws.held, 'old', 'worse', '--out', 'run');
      expect(by).toBe('SIGKILL');
      expect(aws.log).toEqual([]);
      expect([...aws.objects.keys()]).toEqual([]);

      const resumed = await compare('old', 'worse', '--out', 'run', '--resume');
      const whole = await compare('old', 'worse', '--out', 'other');
      expect(aws.log).toEqual(['create old', 'create worse', 'create old', 'create worse']);
      expect(documentOf(resumed)).toMatchObject({ cases: 100, answered: 100 });
      expect(documentOf(resumed)['metrics']).toEqual(documentOf(whole)['metrics']);
    },
  );

  it.each`
    lost                                                  | uploads | why
    ${['batch.jsonl', 'calls.jsonl']}                     | ${1}    | ${'before the answers were collected'}
    ${['calls.jsonl']}                                    | ${1}    | ${'before a case was answered'}
    ${['batch.jsonl', 'calls.jsonl', 'batch-place.json']} | ${2}    | ${'after the upload'}
  `('$why goes on there', async ({ lost, uploads }: { lost: string[]; uploads: number }) => {
    const { compare, aws, folder } = await inBatch(100);
    const first = documentOf(await compare('old', 'worse', '--out', 'run'));
    for (const name of lost) rmSync(join(folder.path, 'run', name));
    const again = documentOf(await compare('old', 'worse', '--out', 'run', '--resume'));

    expect(again).toEqual(first);
    expect(aws.log).toEqual(['create old', 'create worse']);
    expect(aws.paths.filter((path) => path.startsWith('PUT'))).toHaveLength(uploads);
  });

  it('keeps to its place, which need not be named again', async () => {
    const { compare, bare } = await inBatch(100);
    const first = documentOf(await compare('old', 'worse', '--out', 'run'));
    const moved = ['--batch-output', 's3://other-bucket', '--batch-role', role];
    const refused = await bare('old', 'worse', '--out', 'run', '--resume', ...moved);

    expect(documentOf(await bare('old', 'worse', '--out', 'run', '--resume'))).toEqual(first);
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('has its batch at') as string });
  });

  it('is stopped where somebody asks for it', async () => {
    const { bare, ended, aws, folder } = await inBatch(100, { looks: Infinity });
    await ended('SIGKILL', waiting, 'old', 'worse', '--out', 'run');
    const ran = await bare('old', 'worse', '--out', 'run', '--batch-stop');

    expect(ran.code).toBe(0);
    expect(aws.log).toEqual(['create old', 'create worse', 'stop old', 'stop worse']);
    expect(existsSync(join(folder.path, 'run', 'report.html'))).toBe(false);
  });
});
