import { setTimeout as after } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonFields } from '../../../local/state-machine/json.ts';
import { failure, ran, work } from './machine.ts';

const branch = (state: JsonFields) => ({ StartAt: 'In', States: { In: { ...state, End: true } } });
const passing = (Output: Json) => branch({ Type: 'Pass', Output });
const working = branch({ Type: 'Task', Resource: work });

/** https://docs.aws.amazon.com/step-functions/latest/dg/state-parallel.html */
describe('Parallel', () => {
  it.each`
    state                                                                    | output        | why
    ${{ Branches: [passing('a'), passing('{% $states.input.n %}')] }}        | ${['a', 1]}   | ${'answers with every branch, in their order, each from the same input'}
    ${{ Branches: [passing('{% $states.input %}')], Arguments: { m: 2 } }}   | ${[{ m: 2 }]} | ${'gives its branches arguments instead'}
    ${{ Branches: [passing('a')], Output: '{% $states.result[0] & "b" %}' }} | ${'ab'}       | ${'leaves what its output says'}
  `('$why', async ({ state, output }: { state: JsonFields; output: Json }) => {
    expect(await ran({ A: { Type: 'Parallel', ...state, End: true } }, { input: { n: 1 } })).toMatchObject({ output });
  });

  it('is as fast as its slowest branch', async () => {
    let busy = 0;
    let most = 0;
    const runner = async () => {
      most = Math.max(most, (busy += 1));
      await after(2);
      busy -= 1;
    };

    await ran(
      { A: { Type: 'Parallel', Branches: [working, working, working], End: true } },
      { tasks: { [work]: runner } },
    );

    expect(most).toBe(3);
  });

  it('fails with the first branch that does, stops the others, and can be caught', async () => {
    const stopped: boolean[] = [];
    const states = {
      A: {
        Type: 'Parallel',
        Branches: [working, branch({ Type: 'Task', Resource: `${work}:fails` })],
        Catch: [{ ErrorEquals: ['Broken'], Next: 'Caught' }],
        End: true,
      },
      Caught: { Type: 'Succeed', Output: '{% $states.input.Cause %}' },
    };
    const tasks = {
      [work]: (_: Json, { signal }: { signal: AbortSignal }) =>
        new Promise<never>(() => signal.addEventListener('abort', () => stopped.push(true))),
      [`${work}:fails`]: () => Promise.reject(failure('Broken', 'in two')),
    };

    expect(await ran(states, { tasks })).toMatchObject({ output: 'in two' });
    expect(stopped).toEqual([true]);
  });
});

/** https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html: scopes */
describe('a variable', () => {
  const inner = (Output: Json, Assign: JsonFields = {}) => branch({ Type: 'Pass', Output, Assign });

  it.each`
    state                                                                                                                                                      | output   | why
    ${{ Type: 'Parallel', Branches: [inner('{% $outer %}')] }}                                                                                                 | ${['o']} | ${'is read in a branch'}
    ${{ Type: 'Map', Items: [1], ItemProcessor: inner('{% $outer %}') }}                                                                                       | ${['o']} | ${'is read for each item of an inline Map'}
    ${{ Type: 'Map', Items: [1], ItemSelector: '{% $outer %}', ItemProcessor: { ...inner('{% $states.input %}'), ProcessorConfig: { Mode: 'DISTRIBUTED' } } }} | ${['o']} | ${'is handed to a child by an item selector'}
  `('of an outer scope $why', async ({ state, output }: { state: JsonFields; output: Json }) => {
    const states = { Set: { Type: 'Pass', Assign: { outer: 'o' }, Next: 'A' }, A: { ...state, End: true } };

    expect(await ran(states)).toMatchObject({ output });
  });

  it.each`
    state                                                                                                                 | why
    ${{ Type: 'Parallel', Branches: [inner(1, { own: 1 })], Output: '{% $own %}' }}                                       | ${'of a branch is not seen outside'}
    ${{ Type: 'Parallel', Branches: [inner(1, { own: 1 }), inner('{% $own %}')] }}                                        | ${'of a branch is not seen in another'}
    ${{ Type: 'Map', Items: [1], ItemProcessor: { ...inner('{% $outer %}'), ProcessorConfig: { Mode: 'DISTRIBUTED' } } }} | ${'of the outer scope is not seen in a child execution'}
  `('$why', async ({ state }: { state: JsonFields }) => {
    const states = { Set: { Type: 'Pass', Assign: { outer: 'o' }, Next: 'A' }, A: { ...state, End: true } };

    expect(await ran(states)).toMatchObject({ status: 'FAILED' });
  });
});

/** https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html */
describe('an inline Map', () => {
  const map = (more: JsonFields) => ({
    A: { Type: 'Map', ItemProcessor: passing('{% $states.input %}'), ...more, End: true },
  });

  it.each`
    state                                                                                                         | output                                  | why
    ${{ Items: [3, 1, 2] }}                                                                                       | ${[3, 1, 2]}                            | ${'answers in the order of its items'}
    ${{}}                                                                                                         | ${['x', 'y']}                           | ${'takes its input where it has no items'}
    ${{ Items: '{% $states.input.$uppercase($) %}' }}                                                             | ${['X', 'Y']}                           | ${'computes its items'}
    ${{ Items: [] }}                                                                                              | ${[]}                                   | ${'answers nothing to nothing'}
    ${{ ItemSelector: { n: '{% $states.context.Map.Item.Index %}', v: '{% $states.context.Map.Item.Value %}' } }} | ${[{ n: 0, v: 'x' }, { n: 1, v: 'y' }]} | ${'selects from item and place'}
    ${{ ItemProcessor: passing('{% $states.context.Map.Item.Index %}') }}                                         | ${[0, 1]}                               | ${'tells each iteration its place'}
    ${{ Output: '{% $count($states.result) %}' }}                                                                 | ${2}                                    | ${'leaves what its output says'}
  `('$why', async ({ state, output }: { state: JsonFields; output: Json }) => {
    expect(await ran(map(state), { input: ['x', 'y'] })).toMatchObject({ status: 'SUCCEEDED', output });
  });

  it('fails where its items are no list', async () => {
    expect(await ran(map({ Items: '{% "abc" %}' }))).toMatchObject({ error: 'States.QueryEvaluationError' });
  });

  it('fails with the first item that does, and begins no other', async () => {
    const begun: Json[] = [];
    const runner = (item: Json) => {
      begun.push(item);
      return item === 2 ? Promise.reject(failure('Broken')) : Promise.resolve(item);
    };
    const states = map({ Items: [1, 2, 3, 4], MaxConcurrency: 1, ItemProcessor: working });

    expect(await ran(states, { tasks: { [work]: runner } })).toMatchObject({ status: 'FAILED', error: 'Broken' });
    expect(begun).toEqual([1, 2]);
  });

  it('visits each item once, with no more at once than it may, and answers in their order, at any concurrency', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(3), { maxLength: 30 }), fc.nat(8), async (pauses, MaxConcurrency) => {
        const visited: number[] = [];
        let [busy, most] = [0, 0];
        const runner = async (input: Json) => {
          const { n, pause } = input as { n: number; pause: number };
          most = Math.max(most, (busy += 1));
          visited.push(n);
          for (let tick = 0; tick < pause; tick += 1) await Promise.resolve();
          busy -= 1;
          return n;
        };
        const Items = pauses.map((pause, n) => ({ n, pause }));

        const execution = await ran(map({ Items, MaxConcurrency, ItemProcessor: working }), {
          tasks: { [work]: runner },
        });

        expect(execution).toMatchObject({ output: pauses.map((_, n) => n) });
        expect(visited.toSorted((a, b) => a - b)).toEqual(pauses.map((_, n) => n));
        expect(most).toBeLessThanOrEqual(MaxConcurrency === 0 ? 40 : MaxConcurrency);
      }),
      { numRuns: 60 },
    );
  });
});
