import { setTimeout as after } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../local/state-machine/json.ts';
import type { TaskContext } from '../../../local/state-machine/run.ts';
import { taskTokens } from '../../../local/state-machine/task-tokens.ts';
import { answering, failure, ran, work } from './machine.ts';

/** A second of a timeout takes ten milliseconds. */
const deadline = (milliseconds: number, signal: AbortSignal) => after(milliseconds / 100, undefined, { signal });
const never = () => new Promise<never>(() => undefined);
const waiting = `${work}.waitForTaskToken`;

const task = (more: Record<string, Json>) => ({
  A: { Type: 'Task', Resource: work, ...more, Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Late' }], End: true },
  Late: { Type: 'Succeed', Output: '{% $states.input.Error %}' },
});

/** https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html */
describe('a task that takes too long', () => {
  it.each([{ TimeoutSeconds: 2 }, { TimeoutSeconds: '{% 1 + 1 %}' }])('is given up: %j', async (limit) => {
    expect(await ran(task(limit), { tasks: { [work]: never }, deadline })).toMatchObject({ output: 'States.Timeout' });
  });

  it('hears that nobody waits any more', async () => {
    let signal: AbortSignal | undefined;
    const runner = (_: Json, context: TaskContext) => {
      ({ signal } = context);
      return never();
    };

    await ran(task({ TimeoutSeconds: 1 }), { tasks: { [work]: runner }, deadline });

    expect(signal?.aborted).toBe(true);
  });

  it('is given up when its heart stops, and lives as long as it beats', async () => {
    const beats = async (_: Json, { heartbeat }: TaskContext) => {
      for (let beat = 0; beat < 6; beat += 1) {
        await after(10);
        heartbeat();
      }
      return 'alive';
    };

    expect(await ran(task({ HeartbeatSeconds: 4 }), { tasks: { [work]: beats }, deadline })).toMatchObject({
      output: 'alive',
    });
    expect(await ran(task({ HeartbeatSeconds: 4 }), { tasks: { [work]: never }, deadline })).toMatchObject({
      output: 'States.HeartbeatTimeout',
    });
  });

  it('may be tried again, each time with all of its time', async () => {
    let attempts = 0;
    const runner = () => ((attempts += 1) < 3 ? never() : Promise.resolve('third time'));
    const states = {
      A: { Type: 'Task', Resource: work, TimeoutSeconds: 1, Retry: [{ ErrorEquals: ['States.Timeout'] }], End: true },
    };

    expect(await ran(states, { tasks: { [work]: runner }, deadline })).toMatchObject({
      output: 'third time',
      waits: [1, 2],
    });
  });
});

/** https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html */
describe('an execution that takes too long', () => {
  it('times out, and no state can catch that', async () => {
    const machine = { TimeoutSeconds: 2 };

    expect(await ran(task({}), { machine, tasks: { [work]: never }, deadline })).toMatchObject({ status: 'TIMED_OUT' });
  });

  it('is another matter than a task that does', async () => {
    const states = { A: { Type: 'Task', Resource: work, TimeoutSeconds: 1, End: true } };

    expect(await ran(states, { machine: { TimeoutSeconds: 99 }, tasks: { [work]: never }, deadline })).toMatchObject({
      status: 'FAILED',
      error: 'States.Timeout',
    });
  });
});

/** https://docs.aws.amazon.com/step-functions/latest/apireference/API_StopExecution.html */
describe('an execution that is stopped', () => {
  it.each`
    states                                                                                                                                                                                                                      | why
    ${task({ Retry: [{ ErrorEquals: ['States.ALL'] }] })}                                                                                                                                                                       | ${'in a task, which is not tried again'}
    ${{ A: { Type: 'Parallel', Branches: [{ StartAt: 'B', States: { B: { Type: 'Task', Resource: work, End: true } } }], End: true } }}                                                                                         | ${'in a branch'}
    ${{ A: { Type: 'Map', Items: [1, 2], ItemProcessor: { StartAt: 'B', States: { B: { Type: 'Task', Resource: work, End: true } } }, End: true } }}                                                                            | ${'in a Map'}
    ${{ A: { Type: 'Map', Items: [1, 2], ToleratedFailurePercentage: 100, ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED' }, StartAt: 'B', States: { B: { Type: 'Task', Resource: work, End: true } } }, End: true } }} | ${'in children, which are no failures to tolerate'}
  `('ends as ABORTED: $why', async ({ states }: { states: Record<string, Json> }) => {
    const stop = new AbortController();
    const runner = () => {
      setTimeout(() => stop.abort(), 1);
      return never();
    };

    expect(await ran(states, { tasks: { [work]: runner }, signal: stop.signal })).toMatchObject({ status: 'ABORTED' });
  });

  it('ends a Wait too, in real time', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 5);
    const { realTime: sleep } = await import('../../../local/state-machine/real-time.ts');
    const states = { A: { Type: 'Wait', Seconds: 60 * 86_400, End: true } };

    expect(await ran(states, { signal: stop.signal, sleep })).toMatchObject({ status: 'ABORTED' });
  });

  it('does not begin where it was stopped before', async () => {
    const runner = answering('done');

    expect(await ran(task({}), { signal: AbortSignal.abort(), tasks: { [work]: runner } })).toMatchObject({
      status: 'ABORTED',
    });
    expect(runner.asked).toEqual([]);
  });
});

/** https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-wait-token */
describe('a task that waits for its token', () => {
  const states = {
    A: {
      Type: 'Task',
      Resource: waiting,
      Arguments: { token: '{% $states.context.Task.Token %}' },
      HeartbeatSeconds: 4,
      End: true,
    },
  };
  const handedOut = (tokens: ReturnType<typeof taskTokens>, then: (token: string) => void | Promise<void>) => ({
    tokens,
    deadline,
    tasks: {
      [waiting]: (argument: Json) => {
        const { token } = argument as { token: string };
        setTimeout(() => void then(token), 1);
        return Promise.resolve('not looked at');
      },
    },
  });

  it('ends with what somebody answers', async () => {
    const tokens = taskTokens();

    expect(
      await ran(
        states,
        handedOut(tokens, (token) => tokens.succeed(token, { approved: true })),
      ),
    ).toMatchObject({
      output: { approved: true },
    });
  });

  it('fails as somebody says', async () => {
    const tokens = taskTokens();

    expect(
      await ran(
        states,
        handedOut(tokens, (token) => tokens.fail(token, 'Refused', 'not today')),
      ),
    ).toMatchObject({
      error: 'Refused',
      cause: 'not today',
    });
  });

  it('waits as long as somebody says that it is alive', async () => {
    const tokens = taskTokens();
    const slowly = async (token: string) => {
      for (let beat = 0; beat < 5; beat += 1) {
        tokens.heartbeat(token);
        await after(20);
      }
      tokens.succeed(token, 'at last');
    };

    expect(await ran(states, handedOut(tokens, slowly))).toMatchObject({ output: 'at last' });
    expect(
      await ran(
        states,
        handedOut(tokens, () => undefined),
      ),
    ).toMatchObject({ error: 'States.HeartbeatTimeout' });
  });

  it('fails when what hands the token out fails, and the token is worth nothing any more', async () => {
    const tokens = taskTokens();
    let token = '';
    const runner = (argument: Json) => {
      ({ token } = argument as { token: string });
      return Promise.reject(failure('Unsent'));
    };

    expect(await ran(states, { tokens, tasks: { [waiting]: runner } })).toMatchObject({ error: 'Unsent' });
    expect(() => tokens.succeed(token, 1)).toThrow(/nobody waits/);
  });
});
