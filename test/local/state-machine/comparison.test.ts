import { gzipSync } from 'node:zlib';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { awsAccess } from '../../../adapters/aws-access.ts';
import { logGroups } from '../../../adapters/cases/log-groups.ts';
import type { PartInput } from '../../../handlers/answer-cases.ts';
import { concludeRun } from '../../../handlers/conclude-run.ts';
import type { ComparisonRun } from '../../../domain/comparison-run.ts';
import { failedCasesOf } from '../../../domain/comparison-run.ts';
import { prepareComparison } from '../../../handlers/prepare-comparison.ts';
import { aRun } from '../../builders/comparison.ts';
import { sonnet45, sonnet5 } from '../../builders/situation.ts';
import { fakeCredentials } from '../../fakes/aws-json-server.ts';
import type { Says } from '../../fakes/engine-deps.ts';
import { serviceFault } from '../../fakes/engine-deps.ts';
import { scriptedServer } from '../../fakes/scripted-server.ts';
import { aRunOf, cases, right } from './comparison-machine.ts';

/** A call as Bedrock logs it. */
function logRecord(id: number, modelId: string): string {
  return JSON.stringify({
    schemaType: 'ModelInvocationLog',
    schemaVersion: '1.0',
    timestamp: '2026-11-19T09:00:00Z',
    accountId: '111122223333',
    region: 'us-east-1',
    requestId: `r-${id}`,
    operation: 'Converse',
    modelId,
    input: {
      inputContentType: 'application/json',
      inputBodyJson: { messages: [{ role: 'user', content: [{ text: `question ${id} of a@example.com` }] }] },
    },
    output: { outputContentType: 'application/json', outputBodyJson: {} },
  });
}

describe('state-machines/comparison.yml', () => {
  it('waits until Bedrock has measured BERTScore, and only then makes a verdict', async () => {
    const { execute, deps, objects, run } = aRunOf(120);
    const asks = Array.from({ length: 120 }, (_, n) =>
      JSON.stringify({
        id: `case-${n}`,
        prompt: `question ${n}`,
        expected: `answer ${n}`,
        checks: [{ kind: 'bert-score' }],
      }),
    );
    objects.set('example-corp-cases/payments.jsonl', asks.join('\n'));
    const { bertScores } = deps;
    const names: string[] = [];
    Object.assign(deps, {
      bertScores: (name: string, pairs: Parameters<typeof bertScores>[1]) => {
        names.push(name);
        return names.length < 3 ? Promise.resolve({ kind: 'running', jobs: ['job'] }) : bertScores(name, pairs);
      },
    });
    const slept: number[] = [];

    const execution = await execute({}, { sleep: (ms) => Promise.resolve(void slept.push(ms)) });

    expect(execution).toMatchObject({ status: 'SUCCEEDED', output: { verdict: 'ready' } });
    expect(slept).toEqual([120_000, 120_000]);
    expect(new Set(names).size).toBe(1);
    expect(run()?.summary).toMatchObject({ cases: 120, answered: 120 });
    const report = JSON.parse(Buffer.from(objects.get('sundial-runs/runs/run-1/report.json') ?? '').toString()) as {
      metrics: { name: string; current: number }[];
    };
    expect(report.metrics).toContainEqual(expect.objectContaining({ name: 'bert-score', current: 1 }));
  });

  it('answers every case with both models, once, and ends with a verdict, a report and a chart', async () => {
    const { execute, run, asked, objects, world, seen } = aRunOf(160);

    const execution = await execute();

    expect(execution).toEqual({
      status: 'SUCCEEDED',
      output: { runId: 'run-1', status: 'concluded', verdict: 'ready' },
    });
    const counted = asked.map(({ modelId, caseId }) => `${modelId} ${caseId}`);
    // Both are tried with the first case before anything else is asked.
    expect(counted).toHaveLength(2 * 160 + 2);
    expect(new Set(counted).size).toBe(2 * 160);
    expect(run()).toMatchObject({ status: 'concluded', settled: true, progress: { of: 320 } });
    expect(run()?.summary).toMatchObject({
      cases: 160,
      answered: 160,
      report: 'https://console.example.com/sundial-runs/runs/run-1/report.html',
    });
    for (const name of ['html', 'md', 'json', 'csv', 'png'])
      expect(objects.has(`sundial-runs/runs/run-1/report.${name}`)).toBe(true);
    expect(world.did.filter((what) => what.startsWith('attach'))).toHaveLength(1);
    expect(seen.announced).toMatchObject([{ outcome: 'concluded' }]);
  });

  it('passes no prompt and no answer from state to state', async () => {
    const { execute } = aRunOf(30);
    const passed: string[] = [];

    await execute({
      conclude: (input) => {
        passed.push(JSON.stringify(input));
        return Promise.resolve({ status: 'concluded' });
      },
    });

    expect(passed).toEqual(['{"runId":"run-1"}']);
  });

  it('asks nothing twice where a part is tried again after its function died', async () => {
    const { execute, asked, functions, run } = aRunOf(40);
    let died = false;

    const execution = await execute({
      answer: async (input, context) => {
        const answered = await functions['answer']?.(input, context);
        if (died) return answered;
        died = true;
        throw Object.assign(new Error('the function was gone'), { name: 'Sandbox.Timedout' });
      },
    });

    expect(execution.status).toBe('SUCCEEDED');
    expect(asked).toHaveLength(2 * 40 + 2);
    expect(run()?.summary?.answered).toBe(40);
  });

  it('draws the cases once, also where it is prepared twice', async () => {
    const { execute, functions, objects } = aRunOf(200, right, { sample: 50 });
    let drawn: unknown;

    const execution = await execute({
      prepare: async (input, context) => {
        const prepared = await functions['prepare']?.(input, context);
        drawn ??= objects.get('sundial-runs/runs/run-1/cases.jsonl');
        objects.set('example-corp-cases/payments.jsonl', cases(400));
        return functions['prepare']?.(input, context) ?? prepared;
      },
    });

    expect(execution.status).toBe('SUCCEEDED');
    expect(String(objects.get('sundial-runs/runs/run-1/cases.jsonl'))).toBe(String(drawn));
  });

  it('asks again what failed in an earlier run, and a guard, from what that run kept in the bucket', async () => {
    const failing = new Set(['case-3', 'case-17']);
    const says: Says = ({ modelId }, kase) =>
      modelId === sonnet5 && failing.has(kase.id) ? 'something else' : (kase.expected ?? '');
    const { execute, run, deps, objects, seen } = aRunOf(60, says);
    await execute();
    expect(run()).toMatchObject({ status: 'concluded' });
    seen.runs.set('run-2', aRun({ runId: 'run-2', version: 1, dataset: failedCasesOf('run-1') }));
    // It lies in the bucket alone: the dataset may be another by now.
    objects.set('example-corp-cases/payments.jsonl', cases(1));

    await prepareComparison({ runId: 'run-2' }, deps);

    const lines = String(objects.get('sundial-runs/runs/run-2/cases.jsonl')).trim().split('\n');
    const drawn = lines.map((line) => (JSON.parse(line) as { id: string }).id);
    expect(drawn).toEqual(expect.arrayContaining([...failing]));
    expect(drawn).toHaveLength(2 + 20);
    const evidence = JSON.parse(String(objects.get('sundial-runs/runs/run-2/run.json'))) as object;
    expect(evidence).toMatchObject({ selection: { failed: 2 } });
  });

  it('bears the loss of a part in ten: its cases count as not answered', async () => {
    const { execute, functions, run } = aRunOf(300);

    const execution = await execute({
      answer: (input, context) =>
        (input as unknown as PartInput).part === '00003'
          ? Promise.reject(new Error('never'))
          : (functions['answer']?.(input, context) ?? Promise.resolve()),
    });

    expect(execution.status).toBe('SUCCEEDED');
    expect(run()?.summary).toMatchObject({ cases: 300, answered: 275, failed: 25 });
  });

  it('takes the calls of the model from the invocation log, redacted, and leaves those of others', async () => {
    const { execute, objects, run, deps } = aRunOf(1, () => 'fine', { dataset: 'invocation-logs' });
    const lines = [logRecord(1, sonnet45), logRecord(2, `us.${sonnet45}`), logRecord(3, 'amazon.nova-pro-v1:0')].join(
      '\n',
    );
    objects.set('logs/AWSLogs/1/batch-1.json.gz', gzipSync(lines));
    objects.set('logs/AWSLogs/1/data/body.json.gz', gzipSync('{}'));
    Object.assign(deps, { invocationLog: 's3://logs/AWSLogs/' });

    const execution = await execute();

    expect(execution.status).toBe('SUCCEEDED');
    expect(run()?.summary?.cases).toBe(2);
    expect(String(objects.get('sundial-runs/runs/run-1/cases.jsonl'))).not.toContain('a@example.com');
  });

  it('takes them from a log group as well, redacted before they touch a disk', async () => {
    const { execute, objects, run, deps } = aRunOf(1, () => 'fine', { dataset: 'invocation-logs' });
    const logged = await scriptedServer(() => ({
      body: {
        events: [logRecord(1, sonnet45), logRecord(2, `us.${sonnet45}`), logRecord(3, 'amazon.nova-pro-v1:0')].map(
          (message, index) => ({ eventId: `e-${index}`, message }),
        ),
      },
    }));
    onTestFinished(() => logged.close());
    const access = awsAccess({ endpoint: logged.url, credentials: fakeCredentials });
    const groups = logGroups(new CloudWatchLogsClient({ ...access, region: 'us-east-1' }));
    Object.assign(deps, { invocationLog: 'cloudwatch:/bedrock/calls?days=3', logGroups: groups });

    const execution = await execute();

    expect(execution.status).toBe('SUCCEEDED');
    expect(run()?.summary?.cases).toBe(2);
    expect(logged.seen[0]?.body).toMatchObject({ logGroupName: '/bedrock/calls' });
    expect(String(objects.get('sundial-runs/runs/run-1/cases.jsonl'))).not.toContain('a@example.com');
  });
});

describe('a run of state-machines/comparison.yml that cannot end in a verdict', () => {
  const gone = serviceFault('ResourceNotFoundException', 'This model version has reached the end of its life.', 404);
  const only =
    (modelId: string, fault: Error): Says =>
    (asked, kase) =>
      asked.modelId === modelId ? fault : (kase.expected ?? '');

  it.each`
    says                                                                      | run                                          | reason                                       | why
    ${only(sonnet45, gone)}                                                   | ${{}}                                        | ${/current model .* is out of reach/}        | ${'the current model answers nobody'}
    ${only(sonnet5, serviceFault('AccessDeniedException', 'no access', 403))} | ${{}}                                        | ${/candidate .* is out of reach.*access/}    | ${'nobody asked for access to the candidate'}
    ${right}                                                                  | ${{ dataset: 's3://example-corp-cases/no' }} | ${/there is no such object/}                 | ${'the dataset is not there'}
    ${right}                                                                  | ${{ dataset: 'cases.jsonl' }}                | ${/expected s3:/}                            | ${'a path is no address on AWS'}
    ${right}                                                                  | ${{ dataset: 'invocation-logs' }}            | ${/where the model invocation log lies/}     | ${'nobody named the log'}
    ${right}                                                                  | ${{ budget: 0.0001 }}                        | ${/its budget is \$0.00: nothing was asked/} | ${'it would cost more than it may'}
  `(
    'says so in the thread and ends in Fail before it costs anything: $why',
    async ({ says, run: overrides, reason }: { says: Says; run: Partial<ComparisonRun>; reason: RegExp }) => {
      const { execute, run, asked, world } = aRunOf(100, says, overrides);

      const execution = await execute();

      expect(execution).toMatchObject({ status: 'FAILED' });
      expect(run()).toMatchObject({ status: 'failed', settled: true });
      expect(run()?.reason).toMatch(reason);
      expect(asked.length).toBeLessThanOrEqual(2);
      expect(world.did.filter((what) => what.includes('failed, so there is no verdict'))).toHaveLength(1);
    },
  );

  it('ends where the model is withdrawn in the middle', async () => {
    let calls = 0;
    const says: Says = (asked, kase) =>
      asked.modelId === sonnet45 && (calls += 1) > 10 ? gone : (kase.expected ?? '');
    const { execute, run } = aRunOf(200, says);

    const execution = await execute();

    expect(execution).toMatchObject({ status: 'FAILED', error: 'NoVerdict' });
    expect(run()?.reason).toMatch(/answers nobody here any more/);
  });

  it('ends when its budget is spent, and asks little more', async () => {
    // Expected at a few cents: each answer says that it took a thousand tokens.
    const { execute, run, asked } = aRunOf(600, right, { budget: 1 });

    const execution = await execute();

    expect(execution).toMatchObject({ status: 'FAILED', error: 'NoVerdict' });
    expect(run()?.reason).toMatch(/The budget of \$1.00 is spent/);
    expect(asked.length).toBeLessThan(600);
  });

  it('ends where too many parts fail, whatever they fail of', async () => {
    const { execute, run, seen } = aRunOf(200);

    const execution = await execute({ answer: () => Promise.reject(new Error('the disk is full')) });

    expect(execution).toMatchObject({ status: 'FAILED', error: 'States.ExceedToleratedFailureThreshold' });
    expect(run()?.reason).toMatch(/Too many of its parts could not be answered/);
    expect(seen.announced).toMatchObject([{ outcome: 'failed' }]);
  });

  it('ends where the verdict itself cannot be made', async () => {
    const { execute, run } = aRunOf(30);

    const execution = await execute({ conclude: () => Promise.reject(new Error('out of memory')) });

    expect(execution).toMatchObject({ status: 'FAILED' });
    expect(run()).toMatchObject({ status: 'failed', reason: 'out of memory' });
  });

  it('asks nothing more once it is cancelled, and stays cancelled', async () => {
    const { execute, run, asked, deps, functions, world } = aRunOf(300);
    let parts = 0;

    const execution = await execute({
      answer: async (input, context) => {
        if ((parts += 1) === 2) await concludeRun('run-1', { kind: 'cancelled', by: 'U0000000002' }, deps);
        return functions['answer']?.(input, context);
      },
    });

    expect(execution).toMatchObject({ status: 'FAILED', error: 'NoVerdict' });
    expect(run()).toMatchObject({ status: 'cancelled', reason: 'U0000000002' });
    expect(asked.length).toBeLessThan(300);
    expect(world.did.filter((what) => what.startsWith('attach'))).toEqual([]);
  });

  it('is not begun where it was cancelled before', async () => {
    const { execute, asked } = aRunOf(30, right, { status: 'cancelled', reason: 'U0000000002' });

    expect(await execute()).toMatchObject({ status: 'FAILED', error: 'RunOverError' });
    expect(asked).toEqual([]);
  });
});
