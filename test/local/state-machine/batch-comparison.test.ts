import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { batchJobName } from '../../../domain/cases/batch-job.ts';
import type { Side } from '../../../domain/cases/recorded.ts';
import type { ComparisonRun } from '../../../domain/comparison-run.ts';
import { concludeRun } from '../../../handlers/conclude-run.ts';
import { failComparison } from '../../../handlers/fail-comparison.ts';
import { onBedrockJob } from '../../../handlers/on-bedrock-job.ts';
import type { BatchSide } from '../../../handlers/start-batch.ts';
import { startBatch } from '../../../handlers/start-batch.ts';
import type { LocalFunction } from '../../../local/state-machine/lambda-tasks.ts';
import type { Surroundings } from '../../../local/state-machine/run-state-machine.ts';
import { sonnet45, sonnet5 } from '../../builders/situation.ts';
import type { SaysInBatch } from '../../fakes/batch-jobs.ts';
import { fixture } from '../../fixtures/fixture.ts';
import { aRunOf, right } from './comparison-machine.ts';

const answers: SaysInBatch = (_, prompt) => prompt.replace('question', 'answer');

interface Ending {
  readonly status: string;
  readonly says?: SaysInBatch;
  readonly message?: string;
  /** How often EventBridge tells of it. */
  readonly told?: number;
}

/** A run in batch whose jobs end as they are told, each when the state machine waits for it. */
function inBatch(
  count: number,
  ends: Readonly<Partial<Record<Side, Ending>>> = {},
  overrides: Partial<ComparisonRun> = {},
) {
  const fake = aRunOf(count, right, { engine: 'batch', ...overrides });
  const { deps, functions } = fake;
  const event = (side: Side, jobArn: string, status: string, message = '') => {
    const given = fixture('bedrock-jobs', 'batch-inference-failed');
    const names = { batchJobArn: jobArn, batchJobName: batchJobName('run-1', side), failureMessage: message };
    return { ...given, detail: { ...(given['detail'] as object), ...names, status } };
  };
  const end = async (side: Side, jobArn: string) => {
    const { status, says = answers, message, told = 1 } = ends[side] ?? { status: 'Completed' };
    fake.inBatch.end(jobArn, status, says, message);
    for (let time = 0; time < told; time += 1) await onBedrockJob(event(side, jobArn, status, message), deps);
  };
  const start: LocalFunction = async (input, context) => {
    const { side } = input as unknown as BatchSide;
    const begun = (await functions['start']?.(input, context)) as { readonly jobArn: string };
    await end(side, begun.jobArn);
    return begun;
  };
  const run = (more: Record<string, LocalFunction> = {}, around: Partial<Surroundings> = {}) =>
    fake.execute({ start, ...more }, around);
  return { ...fake, execute: run, event, start };
}

/** What was asked on demand but for the one case by which each model is tried. */
const beyondTrying = (asked: readonly unknown[]) => asked.length - 2;

describe('a run in batch', () => {
  it('is answered by one job for each model, and ends in the same verdict, at half the price', async () => {
    const { execute, run, asked, inBatch: bedrock, objects, world } = inBatch(160);

    const execution = await execute();

    expect(execution).toEqual({
      status: 'SUCCEEDED',
      output: { runId: 'run-1', status: 'concluded', verdict: 'ready' },
    });
    expect(bedrock.log.toSorted()).toEqual([`create ${sonnet45}`, `create ${sonnet5}`]);
    expect([...bedrock.jobs.values()].map(({ input, output }) => ({ input, output }))).toEqual(
      ['current', 'candidate'].map((side) => ({
        input: 's3://sundial-runs/runs/run-1/batch/cases.jsonl',
        output: `s3://sundial-runs/runs/run-1/batch/${side}/`,
      })),
    );
    expect(beyondTrying(asked)).toBe(0);
    expect(run()).toMatchObject({ status: 'concluded', settled: true, progress: { of: 320 } });
    expect(run()?.summary).toMatchObject({ cases: 160, answered: 160 });
    expect(run()?.summary?.notes).toContain('The models answered in batch: their latency is not measured.');
    const report = JSON.parse(String(objects.get('sundial-runs/runs/run-1/report.json'))) as { cost: object };
    // $0.0033 and $0.0165 for 1,000 tokens in and out of one model, $0.0022 and $0.011 of the other: 1,000 each, 160 times, halved.
    expect(report.cost).toMatchObject({
      current: expect.closeTo(1.584, 6) as number,
      candidate: expect.closeTo(1.056, 6) as number,
      basis: expect.stringContaining('half the list prices') as string,
    });
    // Comparisons are nobody's use of a model.
    expect(world.did.filter((what) => what.startsWith('putJob'))).toEqual([]);
  });

  it.each`
    budget  | status         | why
    ${2.65} | ${'SUCCEEDED'} | ${'it costs $2.64, half of what its tokens cost on demand'}
    ${2.63} | ${'FAILED'}    | ${'it costs more than it may'}
  `(
    'with a budget of $budget ends as $status: $why',
    async ({ budget, status }: { budget: number; status: string }) => {
      const { execute, deps } = inBatch(160, {}, { budget });

      expect((await execute()).status).toBe(status);

      // $0.0033 and $0.0165 for 1,000 tokens in and out of one model, $0.0022 and $0.011 of the other.
      const costs = (await deps.runs.shares('run-1')).map(({ cost }) => cost ?? 0);
      expect(costs.reduce((sum, cost) => sum + cost, 0)).toBeLessThanOrEqual((160 * 0.033) / 2 + 1e-9);
    },
  );

  it('passes no prompt and no answer from state to state', async () => {
    const { execute, start } = inBatch(100);
    const passed: string[] = [];
    const noted =
      (then: LocalFunction): LocalFunction =>
      (input, context) => {
        passed.push(Object.keys(input as object).join(' '));
        return then(input, context);
      };

    await execute({ start: noted(start), collect: noted(() => Promise.resolve(null)) });

    expect(passed).toEqual(['runId side token', 'runId side token', 'runId']);
  });

  it('asks the judge on demand, also where the judge is one of the two models', async () => {
    const { execute, asked } = inBatch(100, {}, { judge: sonnet5 });

    expect((await execute()).status).toBe('SUCCEEDED');

    // Three are tried; each pair is judged in both orders.
    expect(asked.length).toBe(3 + 2 * 100);
    expect(asked.slice(3).every(({ modelId }) => modelId === sonnet5)).toBe(true);
  });

  it('bears an event that is delivered twice', async () => {
    const { execute, run } = inBatch(100, { current: { status: 'Completed', told: 2 } });

    expect((await execute()).status).toBe('SUCCEEDED');
    expect(run()?.summary?.answered).toBe(100);
  });

  it('counts records that failed, and those that a job never came to, against their model', async () => {
    const some: SaysInBatch = (_, prompt) =>
      prompt === 'question 3'
        ? { errorCode: 400 }
        : prompt === 'question 4'
          ? null
          : prompt.replace('question', 'answer');
    const { execute, run, objects, asked } = inBatch(160, { candidate: { status: 'PartiallyCompleted', says: some } });

    expect((await execute()).status).toBe('SUCCEEDED');

    expect(run()?.summary).toMatchObject({ cases: 160, answered: 158, failed: 2 });
    const calls = String(objects.get('sundial-runs/runs/run-1/calls.jsonl'));
    expect(calls).toContain('"error":"validation"');
    expect(calls).toContain('"error":"timeout"');
    expect(beyondTrying(asked)).toBe(0);
  });

  it('looks for itself where no event comes', async () => {
    const { execute, functions, inBatch: bedrock } = inBatch(100);
    let looks = 0;

    const execution = await execute(
      {
        start: async (input, context) => {
          looks += 1;
          if (looks > 4) for (const jobArn of bedrock.jobs.keys()) bedrock.end(jobArn, 'Completed', answers);
          return functions['start']?.(input, context);
        },
      },
      // Half an hour passes at once; nothing else does.
      { deadline: (milliseconds, signal) => setTimeout(milliseconds === 1_800_000 ? 20 : 60_000, null, { signal }) },
    );

    expect(execution.status).toBe('SUCCEEDED');
    expect(looks).toBeGreaterThan(4);
    expect(bedrock.jobs.size).toBe(2);
  });

  it('begins no job twice where the function died between beginning it and writing it down', async () => {
    const { execute, start, deps, inBatch: bedrock } = inBatch(100);
    const { putRun } = deps.runs;
    let died = 0;

    const execution = await execute({
      start: async (input, context) => {
        if (died === 2) return start(input, context);
        died += 1;
        const dying = { ...deps, runs: { ...deps.runs, putRun: () => Promise.reject(new Error('killed')) } };
        return startBatch(input as unknown as BatchSide, dying);
      },
    });

    expect(execution.status).toBe('SUCCEEDED');
    expect(deps.runs.putRun).toBe(putRun);
    expect(bedrock.log.filter((what) => what.startsWith('create'))).toHaveLength(2);
  });
});

describe('a run in batch that cannot end in a verdict', () => {
  it.each`
    count  | run                           | quotas                                                                                             | reason                                     | why
    ${99}  | ${{}}                         | ${[]}                                                                                              | ${/at least 100 cases, and there are 99/}  | ${'a job has a least number of records'}
    ${120} | ${{}}                         | ${[{ name: 'Minimum number of records per batch inference job for Claude Sonnet 5', value: 500 }]} | ${/at least 500 cases/}                    | ${'the quota of this account says so'}
    ${120} | ${{}}                         | ${[{ name: 'Records per batch inference job for Claude Sonnet 4.5', value: 110 }]}                 | ${/at most 110 cases/}                     | ${'the quota of this account would be exceeded'}
    ${120} | ${{ region: 'eu-central-1' }} | ${[]}                                                                                              | ${/beside Sundial's bucket, in us-east-1/} | ${'the bucket lies elsewhere'}
  `(
    'is refused before anything is asked: $why',
    async ({ count, run: overrides, quotas, reason }: { count: number; run: object; quotas: []; reason: RegExp }) => {
      const { execute, run, asked, deps, world, inBatch: bedrock } = inBatch(count, {}, overrides);
      Object.assign(deps, { batchQuotas: () => Promise.resolve(quotas) });

      expect(await execute()).toMatchObject({ status: 'FAILED', error: 'BatchRefusedError' });

      expect(run()).toMatchObject({ status: 'failed', settled: true, reason: expect.stringMatching(reason) as string });
      expect(asked).toEqual([]);
      expect(bedrock.log).toEqual([]);
      expect(world.did.filter((what) => what.includes('failed, so there is no verdict'))).toHaveLength(1);
    },
  );

  it('is refused where a case gives the model tools', async () => {
    const { execute, run, objects, asked } = inBatch(100);
    const lines = String(objects.get('example-corp-cases/payments.jsonl')).split('\n');
    const tools = [{ name: 'refund', description: 'gives money back', inputSchema: { type: 'object' } }];
    lines[7] = JSON.stringify({ id: 'case-7', prompt: 'refund me', tools });
    objects.set('example-corp-cases/payments.jsonl', lines.join('\n'));

    await execute();

    expect(run()?.reason).toMatch(/does not take the case case-7: it gives the model tools/);
    expect(asked).toEqual([]);
  });

  it.each`
    status       | message                  | reason                                                    | why
    ${'Failed'}  | ${'no access to bucket'} | ${/job of the current model failed.*no access to bucket/} | ${'Bedrock could not do it'}
    ${'Expired'} | ${''}                    | ${/job of the current model did not begin in time/}       | ${'Bedrock had no room'}
    ${'Stopped'} | ${''}                    | ${/job of the current model was stopped/}                 | ${'somebody stopped it'}
  `(
    'stops the other job and says why: the job is $status, $why',
    async ({ status, message, reason }: { status: string; message: string; reason: RegExp }) => {
      const { execute, run, functions, inBatch: bedrock, start } = inBatch(100, { current: { status, message } });

      const execution = await execute({
        // The candidate's job goes on meanwhile.
        start: async (input, context) => {
          if ((input as unknown as BatchSide).side === 'candidate') return functions['start']?.(input, context);
          while (bedrock.jobs.size === 0) await setTimeout(5);
          return start(input, context);
        },
      });

      expect(execution).toMatchObject({ status: 'FAILED', error: 'BatchInferenceError' });
      expect(run()).toMatchObject({ status: 'failed', reason: expect.stringMatching(reason) as string });
      expect(bedrock.log).toContain(`stop ${sonnet5}`);
    },
  );

  it('is told where Bedrock takes no job', async () => {
    const { execute, run, deps } = inBatch(100);
    const refused = Object.assign(new Error('Amazon Bedrock takes no batch of it'), { name: 'BatchInferenceError' });
    Object.assign(deps, { batch: { ...deps.batch, create: () => Promise.reject(refused) } });

    expect(await execute()).toMatchObject({ status: 'FAILED', error: 'BatchInferenceError' });
    expect(run()?.reason).toBe('Amazon Bedrock takes no batch of it');
  });

  it('stops its jobs where it is cancelled while they run, and stays cancelled', async () => {
    const { execute, run, functions, deps, inBatch: bedrock } = inBatch(100);
    const stop = new AbortController();

    const execution = execute(
      { start: (input, context) => functions['start']?.(input, context) ?? Promise.resolve() },
      {
        signal: stop.signal,
      },
    );
    while (Object.keys(run()?.jobs ?? {}).length < 2) await setTimeout(5);
    await concludeRun('run-1', { kind: 'cancelled', by: 'U0000000002' }, deps);
    stop.abort(new Error('cancelled'));
    expect((await execution).status).toBe('ABORTED');
    // What EventBridge says of an execution that was stopped.
    await failComparison({ runId: 'run-1', error: 'ABORTED', cause: '' }, deps);

    expect(run()).toMatchObject({ status: 'cancelled', reason: 'U0000000002' });
    expect(bedrock.log.filter((what) => what.startsWith('stop'))).toHaveLength(2);
  });

  it('stops a job that was begun while somebody cancelled', async () => {
    const { run, deps, inBatch: bedrock } = inBatch(100);
    const { create } = deps.batch;
    const cancelling: typeof create = async (job) => {
      const jobArn = await create(job);
      await concludeRun('run-1', { kind: 'cancelled', by: 'U0000000002' }, deps);
      return jobArn;
    };

    const starting = startBatch(
      { runId: 'run-1', side: 'current', token: 't' },
      { ...deps, batch: { ...deps.batch, create: cancelling } },
    );

    await expect(starting).rejects.toThrow('the run run-1 is over: cancelled');
    expect(run()?.jobs).toBeUndefined();
    expect(bedrock.log).toEqual([`create ${sonnet45}`, `stop ${sonnet45}`]);
  });

  it('stops a job that was begun and never written down', async () => {
    const { deps, inBatch: bedrock } = inBatch(100);
    await deps.batch.create({ name: batchJobName('run-1', 'current'), modelId: sonnet45, input: '', output: '' });

    await failComparison({ runId: 'run-1', error: 'ABORTED', cause: '' }, deps);

    expect(bedrock.log).toContain(`stop ${sonnet45}`);
  });

  it('leaves a run alone that waits for another job of that name', async () => {
    const { deps, event } = inBatch(100);
    await startBatch({ runId: 'run-1', side: 'current', token: 't' }, deps);
    const other = 'arn:aws:bedrock:us-east-1:444455556666:model-invocation-job/abcdefghijkl';

    const handled = await onBedrockJob(event('current', other, 'Failed'), deps);

    expect(handled).toMatchObject({ outcome: 'ignored', reason: `no run waits for the job ${other}` });
  });

  it('is not begun where half of what it would cost on demand is more than it may', async () => {
    const expected = async (overrides: Partial<ComparisonRun>) => {
      const { execute, run } = aRunOf(1_000, right, { budget: 0.01, ...overrides });
      await execute();
      return Number(/about \$(?<dollars>[\d.]+)/.exec(run()?.reason ?? '')?.groups?.['dollars']);
    };

    expect(await expected({ engine: 'batch' })).toBeCloseTo((await expected({})) / 2, 1);
    expect(await expected({})).toBeGreaterThan(0.5);
  });
});
