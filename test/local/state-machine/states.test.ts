import { describe, expect, it } from 'vitest';
import type { Json, JsonFields } from '../../../local/state-machine/json.ts';
import { answering, at, ran, work } from './machine.ts';

const done = { Type: 'Succeed' };

/** https://docs.aws.amazon.com/step-functions/latest/dg/workflow-states.html */
describe('a state', () => {
  it.each`
    states                                                                                                                                                      | input           | output                 | why
    ${{ A: { Type: 'Pass', End: true } }}                                                                                                                       | ${{ n: 1 }}     | ${{ n: 1 }}            | ${'Pass hands its input on'}
    ${{ A: { Type: 'Pass', Output: { twice: '{% $states.input.n * 2 %}' }, End: true } }}                                                                       | ${{ n: 4 }}     | ${{ twice: 8 }}        | ${'Pass says what its output is'}
    ${{ A: { Type: 'Pass', Output: [1, '{% 1 + 1 %}', { x: null }], End: true } }}                                                                              | ${null}         | ${[1, 2, { x: null }]} | ${'an expression may stand anywhere in a value'}
    ${{ A: { Type: 'Succeed', Output: '{% $states.input.n %}' } }}                                                                                              | ${{ n: 'end' }} | ${'end'}               | ${'Succeed may have an output'}
    ${{ A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', Output: 'b', Next: 'C' }, C: done }}                                                                 | ${1}            | ${'b'}                 | ${'states follow each other'}
    ${{ A: { Type: 'Pass', Assign: { x: 1 }, Next: 'B' }, B: { Type: 'Succeed', Output: '{% $x + 1 %}' } }}                                                     | ${null}         | ${2}                   | ${'a variable is there for later states'}
    ${{ A: { Type: 'Pass', Assign: { x: 1 }, Next: 'B' }, B: { Type: 'Pass', Assign: { x: '{% $x + 1 %}' }, Output: '{% $x %}', End: true } }}                  | ${null}         | ${1}                   | ${'output and variables are computed from what was there before'}
    ${{ A: { Type: 'Pass', Assign: { x: 1 }, Next: 'B' }, B: { Type: 'Pass', Assign: { y: 2 }, Next: 'C' }, C: { Type: 'Succeed', Output: '{% [$x, $y] %}' } }} | ${null}         | ${[1, 2]}              | ${'a variable stays when another comes'}
  `('$why', async ({ states, input, output }: { states: JsonFields; input: Json; output: Json }) => {
    expect(await ran(states, { input })).toMatchObject({ status: 'SUCCEEDED', output });
  });

  it('sees the context that AWS documents', async () => {
    const states = { A: { Type: 'Pass', Output: '{% $states.context %}', End: true } };

    expect(await ran(states, { input: 7, name: 'sweep' })).toMatchObject({
      output: {
        Execution: {
          Id: expect.stringMatching(/:execution:sweep:id-1$/) as string,
          Input: 7,
          Name: 'id-1',
          StartTime: at,
        },
        State: { Name: 'A', EnteredTime: at, RetryCount: 0 },
        StateMachine: { Id: expect.stringMatching(/:stateMachine:sweep$/) as string, Name: 'sweep' },
      },
    });
  });
});

/** https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html */
describe('Choice', () => {
  const states = {
    A: {
      Type: 'Choice',
      Choices: [
        { Condition: '{% $states.input.n > 10 %}', Next: 'Last', Output: 'much', Assign: { from: 'rule' } },
        { Condition: '{% $states.input.n > 5 %}', Next: 'Last' },
      ],
      Default: 'Last',
      Output: 'little',
      Assign: { from: 'state' },
    },
    Last: { Type: 'Succeed', Output: { in: '{% $states.input %}', from: "{% $exists($from) ? $from : 'nobody' %}" } },
  };

  it.each`
    n     | output                              | why
    ${11} | ${{ in: 'much', from: 'rule' }}     | ${'the first rule that holds, with its own output and variables'}
    ${6}  | ${{ in: { n: 6 }, from: 'nobody' }} | ${'a rule without an output hands the input on'}
    ${1}  | ${{ in: 'little', from: 'state' }}  | ${'the output and the variables of the state are those of the default'}
  `('takes $why', async ({ n, output }: { n: number; output: Json }) => {
    expect(await ran(states, { input: { n } })).toMatchObject({ output });
  });

  it.each`
    condition               | error                            | why
    ${'{% false %}'}        | ${'States.NoChoiceMatched'}      | ${'no rule holds and there is no default'}
    ${'{% "yes" %}'}        | ${'States.QueryEvaluationError'} | ${'a condition is neither true nor false'}
    ${'{% $states.none %}'} | ${'States.QueryEvaluationError'} | ${'a condition has no value'}
  `('fails with $error when $why', async ({ condition, error }: { condition: string; error: string }) => {
    const Choices = [{ Condition: condition, Next: 'B' }];
    expect(await ran({ A: { Type: 'Choice', Choices }, B: done })).toMatchObject({ status: 'FAILED', error });
  });
});

/** https://docs.aws.amazon.com/step-functions/latest/dg/state-wait.html */
describe('Wait', () => {
  it.each`
    wait                                          | waits     | why
    ${{ Seconds: 90 }}                            | ${[90]}   | ${'for seconds'}
    ${{ Seconds: '{% $states.input.pause %}' }}   | ${[30]}   | ${'for seconds that were computed'}
    ${{ Timestamp: '2026-11-20T10:00:00Z' }}      | ${[3600]} | ${'until an instant'}
    ${{ Timestamp: '2026-11-20T10:30:00+01:00' }} | ${[1800]} | ${'until an instant in another zone'}
    ${{ Timestamp: '{% $states.input.until %}' }} | ${[60]}   | ${'until an instant that was computed'}
    ${{ Timestamp: '2026-11-20T08:00:00Z' }}      | ${[]}     | ${'not at all for an instant that is past'}
    ${{ Seconds: 0 }}                             | ${[]}     | ${'not at all for no seconds'}
  `('waits $why', async ({ wait, waits }: { wait: JsonFields; waits: number[] }) => {
    const input = { pause: 30, until: '2026-11-20T09:01:00Z' };

    expect(await ran({ A: { Type: 'Wait', ...wait, End: true } }, { input })).toMatchObject({ output: input, waits });
  });

  it.each([{ Seconds: -1 }, { Seconds: '{% "soon" %}' }, { Timestamp: 'tomorrow' }, { Timestamp: '2026-11-20' }])(
    'fails where there is nothing to wait for: %j',
    async (wait) => {
      expect(await ran({ A: { Type: 'Wait', ...wait, End: true } })).toMatchObject({
        error: 'States.QueryEvaluationError',
      });
    },
  );
});

/** https://docs.aws.amazon.com/step-functions/latest/dg/state-fail.html */
describe('Fail', () => {
  it.each`
    fail                                                                                | error           | cause
    ${{ Error: 'NoAccounts', Cause: 'the list is empty' }}                              | ${'NoAccounts'} | ${'the list is empty'}
    ${{ Error: '{% $states.input.name %}', Cause: "{% 'of ' & $states.input.name %}" }} | ${'Late'}       | ${'of Late'}
    ${{}}                                                                               | ${''}           | ${''}
  `(
    'ends the execution with $error',
    async ({ fail, error, cause }: { fail: JsonFields; error: string; cause: string }) => {
      expect(await ran({ A: { Type: 'Fail', ...fail } }, { input: { name: 'Late' } })).toMatchObject({
        status: 'FAILED',
        error,
        cause,
      });
    },
  );
});

/** https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html */
describe('Task', () => {
  it.each`
    task                                                           | asked       | output            | why
    ${{}}                                                          | ${{ n: 2 }} | ${{ answer: 42 }} | ${'gets the input and leaves the result'}
    ${{ Arguments: { n: '{% $states.input.n + 1 %}' } }}           | ${{ n: 3 }} | ${{ answer: 42 }} | ${'gets its arguments'}
    ${{ Output: '{% $states.result.answer + $states.input.n %}' }} | ${{ n: 2 }} | ${44}             | ${'leaves what its output says, from input and result'}
  `('$why', async ({ task, asked, output }: { task: JsonFields; asked: Json; output: Json }) => {
    const runner = answering({ answer: 42 });

    const execution = await ran(
      { A: { Type: 'Task', Resource: work, ...task, End: true } },
      { input: { n: 2 }, tasks: { [work]: runner } },
    );

    expect(runner.asked).toEqual([asked]);
    expect(execution).toMatchObject({ status: 'SUCCEEDED', output });
  });

  it('keeps its result in variables', async () => {
    const states = {
      A: { Type: 'Task', Resource: work, Assign: { found: '{% $states.result %}' }, Next: 'B' },
      B: { Type: 'Pass', Output: '{% $found %}', End: true },
    };

    expect(await ran(states, { tasks: { [work]: answering('here') } })).toMatchObject({ output: 'here' });
  });

  it('tells what happened, in order', async () => {
    const { events } = await ran(
      { A: { Type: 'Task', Resource: work, End: true } },
      { tasks: { [work]: answering(1) } },
    );

    expect(events.map(({ type }) => type)).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskStarted',
      'TaskSucceeded',
      'TaskStateExited',
      'ExecutionSucceeded',
    ]);
    expect(events[1]).toEqual({ at, type: 'TaskStateEntered', execution: 'id-1', state: 'A', details: {} });
  });
});
