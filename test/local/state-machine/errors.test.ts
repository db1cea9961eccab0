import { describe, expect, it } from 'vitest';
import type { Json, JsonFields } from '../../../local/state-machine/json.ts';
import { answering, failure, ran, work } from './machine.ts';

const task = (more: JsonFields) => ({
  A: { Type: 'Task', Resource: work, ...more, Next: 'Fine' },
  Fine: { Type: 'Succeed', Output: 'fine' },
  Caught: { Type: 'Succeed' },
});
const times = (n: number, error: Error) => Array.from({ length: n }, () => error);

/** https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-retrying-after-an-error */
describe('Retry', () => {
  it.each`
    retrier                                                           | failures | waits               | status         | why
    ${{}}                                                             | ${3}     | ${[1, 2, 4]}        | ${'SUCCEEDED'} | ${'three times, after 1, 2 and 4 seconds, where nothing is said'}
    ${{}}                                                             | ${4}     | ${[1, 2, 4]}        | ${'FAILED'}    | ${'and no fourth time'}
    ${{ IntervalSeconds: 3, BackoffRate: 1.5, MaxAttempts: 2 }}       | ${2}     | ${[3, 4.5]}         | ${'SUCCEEDED'} | ${'as often and as slowly as it says'}
    ${{ IntervalSeconds: 10, MaxDelaySeconds: 25, MaxAttempts: 4 }}   | ${4}     | ${[10, 20, 25, 25]} | ${'SUCCEEDED'} | ${'with pauses that grow no longer than its longest'}
    ${{ IntervalSeconds: 2, JitterStrategy: 'FULL', MaxAttempts: 1 }} | ${1}     | ${[2]}              | ${'SUCCEEDED'} | ${'without jitter, so that a run can be repeated'}
    ${{ MaxAttempts: 0 }}                                             | ${1}     | ${[]}               | ${'FAILED'}    | ${'never, with no attempts'}
  `(
    'tries again $why',
    async ({
      retrier,
      failures,
      waits,
      status,
    }: {
      retrier: JsonFields;
      failures: number;
      waits: number[];
      status: string;
    }) => {
      const runner = answering(...times(failures, failure('Busy')), 'done');
      const states = task({ Retry: [{ ErrorEquals: ['Busy'], ...retrier }] });

      expect(await ran(states, { tasks: { [work]: runner } })).toMatchObject({ status, waits });
    },
  );

  it('counts the attempts of each retrier by themselves', async () => {
    const runner = answering(failure('Busy'), failure('Slow'), failure('Busy'), failure('Slow'), 'done');
    const Retry = [
      { ErrorEquals: ['Busy'], IntervalSeconds: 1, MaxAttempts: 2 },
      { ErrorEquals: ['Slow'], IntervalSeconds: 10, MaxAttempts: 2 },
    ];

    expect(await ran(task({ Retry }), { tasks: { [work]: runner } })).toMatchObject({
      status: 'SUCCEEDED',
      waits: [1, 10, 2, 20],
    });
  });

  it('tells the state how often it was tried again', async () => {
    const runner = answering(failure('Busy'), failure('Busy'), 'done');
    const states = task({
      Arguments: '{% $states.context.State.RetryCount %}',
      Retry: [{ ErrorEquals: ['States.ALL'] }],
    });

    await ran(states, { tasks: { [work]: runner } });

    expect(runner.asked).toEqual([0, 1, 2]);
  });
});

/** https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-error-representation */
describe('the name of an error', () => {
  it.each`
    names                           | error                         | caught   | why
    ${['Busy']}                     | ${'Busy'}                     | ${true}  | ${'is matched by itself'}
    ${['Slow', 'Busy']}             | ${'Busy'}                     | ${true}  | ${'is matched by one of several'}
    ${['Busy']}                     | ${'Slow'}                     | ${false} | ${'is not matched by another'}
    ${['busy']}                     | ${'Busy'}                     | ${false} | ${'has a case'}
    ${['States.ALL']}               | ${'Busy'}                     | ${true}  | ${'is matched by States.ALL'}
    ${['States.TaskFailed']}        | ${'Busy'}                     | ${true}  | ${'is matched by States.TaskFailed'}
    ${['States.TaskFailed']}        | ${'States.Timeout'}           | ${false} | ${'is not matched by States.TaskFailed for a timeout'}
    ${['States.Timeout']}           | ${'States.HeartbeatTimeout'}  | ${true}  | ${'is matched by States.Timeout for a missed heartbeat'}
    ${['States.ALL']}               | ${'States.Timeout'}           | ${true}  | ${'is matched by States.ALL for a timeout'}
    ${['States.ALL']}               | ${'States.DataLimitExceeded'} | ${false} | ${'is not matched by States.ALL for too much data'}
    ${['States.ALL']}               | ${'States.Runtime'}           | ${false} | ${'is not matched by States.ALL for a fault of the machine'}
    ${['States.DataLimitExceeded']} | ${'States.DataLimitExceeded'} | ${true}  | ${'is matched by itself for too much data'}
  `('$error $why', async ({ names, error, caught }: { names: string[]; error: string; caught: boolean }) => {
    const states = task({ Catch: [{ ErrorEquals: names, Next: 'Caught' }] });

    const execution = await ran(states, { tasks: { [work]: answering(failure(error)) } });

    expect(execution.status).toBe(caught ? 'SUCCEEDED' : 'FAILED');
  });
});

/** https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-fallback-states */
describe('Catch', () => {
  const caught = { ErrorEquals: ['States.ALL'], Next: 'Caught' };

  it.each`
    catcher                                                                                             | output                                 | why
    ${{}}                                                                                               | ${{ Error: 'Busy', Cause: 'as told' }} | ${'the error, where it says nothing else'}
    ${{ Output: { account: '{% $states.input.account %}', error: '{% $states.errorOutput.Error %}' } }} | ${{ account: '1', error: 'Busy' }}     | ${'what its output says, from input and error'}
  `('hands on $why', async ({ catcher, output }: { catcher: JsonFields; output: Json }) => {
    const states = task({ Catch: [{ ...caught, ...catcher }] });
    const tasks = { [work]: answering(failure('Busy')) };

    expect(await ran(states, { input: { account: '1' }, tasks })).toMatchObject({ status: 'SUCCEEDED', output });
  });

  it('keeps variables, and the state’s own are not assigned', async () => {
    const states = {
      ...task({ Assign: { how: 'well' }, Catch: [{ ...caught, Assign: { why: '{% $states.errorOutput.Cause %}' } }] }),
      Caught: { Type: 'Succeed', Output: '{% [$why, $exists($how)] %}' },
    };

    expect(await ran(states, { tasks: { [work]: answering(failure('Busy')) } })).toMatchObject({
      output: ['as told', false],
    });
  });

  it('comes after every attempt, and the first that means the error leads', async () => {
    const runner = answering(failure('Busy'));
    const states = task({
      Retry: [{ ErrorEquals: ['Busy'], MaxAttempts: 2 }],
      Catch: [
        { ErrorEquals: ['Slow'], Next: 'Fine' },
        { ErrorEquals: ['Busy'], Next: 'Caught' },
        { ...caught, Next: 'Fine' },
      ],
    });

    const execution = await ran(states, { tasks: { [work]: runner } });

    expect(runner.asked.length).toBe(3);
    expect(execution).toMatchObject({ output: { Error: 'Busy' } });
  });

  it.each`
    more                                            | why
    ${{ Arguments: '{% $states.input.missing %}' }} | ${'arguments'}
    ${{ Output: '{% $states.result.missing %}' }}   | ${'an output'}
    ${{ Assign: { x: '{% $missing %}' } }}          | ${'a variable'}
    ${{ TimeoutSeconds: '{% "soon" %}' }}           | ${'a timeout'}
  `('takes an expression of the state that fails, in $why', async ({ more }: { more: JsonFields }) => {
    const states = task({ ...more, Catch: [{ ErrorEquals: ['States.QueryEvaluationError'], Next: 'Caught' }] });

    expect(await ran(states, { input: {}, tasks: { [work]: answering({}) } })).toMatchObject({
      output: { Error: 'States.QueryEvaluationError' },
    });
  });
});

describe('an error that nobody catches', () => {
  it('ends the execution with its name and its cause', async () => {
    const { events, ...execution } = await ran(task({}), {
      tasks: { [work]: answering(failure('Busy', 'try later')) },
    });

    expect(execution).toMatchObject({ status: 'FAILED', error: 'Busy', cause: 'try later' });
    expect(events.at(-1)).toMatchObject({ type: 'ExecutionFailed', details: { error: 'Busy', cause: 'try later' } });
  });

  it.each`
    states                                                                               | input                  | why
    ${{ A: { Type: 'Pass', Output: '{% $states.input & $states.input %}', End: true } }} | ${'x'.repeat(140_000)} | ${'an output'}
    ${task({})}                                                                          | ${'x'.repeat(270_000)} | ${'an input'}
    ${task({ Arguments: '{% $states.input & $states.input %}' })}                        | ${'x'.repeat(140_000)} | ${'arguments'}
    ${task({})}                                                                          | ${'large'}             | ${'a result'}
  `(
    'is one of too much data: $why of more than 256 KiB',
    async ({ states, input }: { states: JsonFields; input: string }) => {
      const tasks = { [work]: answering(input === 'large' ? 'x'.repeat(270_000) : 'done') };

      expect(await ran(states, { input, tasks })).toMatchObject({
        status: 'FAILED',
        error: 'States.DataLimitExceeded',
      });
    },
  );
});
