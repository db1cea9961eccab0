import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonFields } from '../../../local/state-machine/json.ts';
import { failure, ran, work } from './machine.ts';

const processor = {
  ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
  StartAt: 'In',
  States: { In: { Type: 'Task', Resource: work, End: true } },
};
const map = (more: JsonFields) => ({
  A: { Type: 'Map', ItemProcessor: processor, Label: 'Cases', ...more, End: true },
});
const answered = { [work]: (item: Json) => Promise.resolve(item) };
/** Fails for every item that is told to. */
const picky = {
  [work]: (item: Json) =>
    JSON.stringify(item).includes('bad') ? Promise.reject(failure('Broken', 'bad')) : Promise.resolve(item),
};

function bucket(files: Record<string, string> = {}) {
  const kept = new Map(Object.entries(files));
  return {
    kept,
    json: (key: string) => JSON.parse(kept.get(key) ?? 'null') as Json,
    read: (name: string, key: string) => {
      const text = kept.get(`${name}/${key}`);
      return text === undefined ? Promise.reject(new Error('NoSuchKey')) : Promise.resolve(text);
    },
    write: (name: string, key: string, text: string) => Promise.resolve(void kept.set(`${name}/${key}`, text)),
  };
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html */
describe('a distributed Map', () => {
  it('gives each item an execution of its own, with a context of its own', async () => {
    const context = {
      ...processor,
      States: { In: { Type: 'Pass', Output: '{% $states.context.Execution %}', End: true } },
    };

    const { events, ...execution } = await ran(map({ Items: ['x'], ItemProcessor: context }), { name: 'compare' });

    expect(execution).toMatchObject({
      output: [{ Id: expect.stringMatching(/:execution:compare\/Cases:id-2$/) as string, Name: 'id-2', Input: 'x' }],
    });
    expect(events.filter(({ execution: name }) => name === 'id-2').map(({ type }) => type)).toEqual([
      'ExecutionStarted',
      'PassStateEntered',
      'PassStateExited',
      'ExecutionSucceeded',
    ]);
  });

  it('visits each item once and answers in their order, at any concurrency and in any batches', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(40),
        fc.nat(7),
        fc.option(fc.integer({ min: 1, max: 9 })),
        async (count, MaxConcurrency, size) => {
          const visited: Json[] = [];
          const runner = async (input: Json) => {
            const items = size === null ? [input] : (input as { Items: Json[] }).Items;
            visited.push(...items);
            for (let tick = visited.length % 3; tick > 0; tick -= 1) await Promise.resolve();
            return items;
          };
          const Items = Array.from({ length: count }, (_, n) => n);
          const batcher = size === null ? {} : { ItemBatcher: { MaxItemsPerBatch: size } };
          const flat = { ResultWriter: { WriterConfig: { Transformation: 'FLATTEN' } } };

          const execution = await ran(map({ Items, MaxConcurrency, ...batcher, ...flat }), {
            tasks: { [work]: runner },
          });

          expect(execution).toMatchObject({ status: 'SUCCEEDED', output: Items });
          expect(visited.toSorted((a, b) => Number(a) - Number(b))).toEqual(Items);
        },
      ),
      { numRuns: 60 },
    );
  });

  /** https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itembatcher.html */
  it.each`
    batcher                                                                        | output                                                         | why
    ${{ MaxItemsPerBatch: 2 }}                                                     | ${[{ Items: ['aa', 'bb'] }, { Items: ['cc'] }]}                | ${'by number'}
    ${{ MaxItemsPerBatch: '{% $states.input.size %}' }}                            | ${[{ Items: ['aa', 'bb', 'cc'] }]}                             | ${'by a number that was computed'}
    ${{ MaxInputBytesPerBatch: 21 }}                                               | ${[{ Items: ['aa', 'bb'] }, { Items: ['cc'] }]}                | ${'by size'}
    ${{ MaxItemsPerBatch: 3, BatchInput: { model: '{% $states.input.model %}' } }} | ${[{ BatchInput: { model: 'm' }, Items: ['aa', 'bb', 'cc'] }]} | ${'with what they share'}
  `('puts items together $why', async ({ batcher, output }: { batcher: JsonFields; output: Json }) => {
    const states = map({ Items: ['aa', 'bb', 'cc'], ItemBatcher: batcher });

    expect(await ran(states, { input: { size: 5, model: 'm' }, tasks: answered })).toMatchObject({ output });
  });

  /** https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html */
  it.each`
    text                      | config                                | output                  | why
    ${'[1, 2, 3]'}            | ${{ InputType: 'JSON' }}              | ${[1, 2, 3]}            | ${'a JSON array'}
    ${'{"a":1}\n\n{"a":2}\n'} | ${{ InputType: 'JSONL' }}             | ${[{ a: 1 }, { a: 2 }]} | ${'JSON lines'}
    ${'[1, 2, 3]'}            | ${{ InputType: 'JSON', MaxItems: 2 }} | ${[1, 2]}               | ${'no more than it may'}
  `('reads $why', async ({ text, config, output }: { text: string; config: JsonFields; output: Json }) => {
    const ItemReader = {
      Resource: 'arn:aws:states:::s3:getObject',
      ReaderConfig: config,
      Arguments: { Bucket: 'cases', Key: '{% $states.input.key %}' },
    };

    expect(
      await ran(map({ ItemReader }), {
        input: { key: 'all' },
        tasks: answered,
        objects: bucket({ 'cases/all': text }),
      }),
    ).toMatchObject({ output });
  });

  it.each`
    text      | Arguments                          | error                            | why
    ${null}   | ${{ Bucket: 'cases', Key: 'all' }} | ${'States.ItemReaderFailed'}     | ${'there is no object'}
    ${'{}'}   | ${{ Bucket: 'cases', Key: 'all' }} | ${'States.ItemReaderFailed'}     | ${'it is no array'}
    ${'[1, '} | ${{ Bucket: 'cases', Key: 'all' }} | ${'States.ItemReaderFailed'}     | ${'it is no JSON'}
    ${'[]'}   | ${{ Bucket: 'cases' }}             | ${'States.QueryEvaluationError'} | ${'nobody says which'}
  `(
    'fails to read where $why',
    async ({ text, Arguments, error }: { text: string | null; Arguments: Json; error: string }) => {
      const ItemReader = { Resource: 'arn:aws:states:::s3:getObject', Arguments };
      const objects = bucket(text === null ? {} : { 'cases/all': text });

      expect(await ran(map({ ItemReader }), { tasks: answered, objects })).toMatchObject({ status: 'FAILED', error });
    },
  );

  /** https://docs.aws.amazon.com/step-functions/latest/dg/maprun-fail-threshold.html */
  it.each`
    limits                                                           | bad   | status
    ${{}}                                                            | ${0}  | ${'SUCCEEDED'}
    ${{}}                                                            | ${1}  | ${'FAILED'}
    ${{ ToleratedFailureCount: 2 }}                                  | ${2}  | ${'SUCCEEDED'}
    ${{ ToleratedFailureCount: 2 }}                                  | ${3}  | ${'FAILED'}
    ${{ ToleratedFailurePercentage: 20 }}                            | ${2}  | ${'SUCCEEDED'}
    ${{ ToleratedFailurePercentage: 20 }}                            | ${3}  | ${'FAILED'}
    ${{ ToleratedFailurePercentage: '{% 10 + 10 %}' }}               | ${3}  | ${'FAILED'}
    ${{ ToleratedFailurePercentage: 100 }}                           | ${10} | ${'SUCCEEDED'}
    ${{ ToleratedFailurePercentage: 100, ToleratedFailureCount: 1 }} | ${2}  | ${'FAILED'}
  `(
    'with $limits and $bad of 10 items bad: $status',
    async ({ limits, bad, status }: { limits: JsonFields; bad: number; status: string }) => {
      const Items = Array.from({ length: 10 }, (_, n) => (n < bad ? `bad ${n}` : `good ${n}`));

      const execution = await ran(map({ Items, ...limits }), { tasks: picky });

      expect(execution).toMatchObject({
        status,
        ...(status === 'FAILED' && { error: 'States.ExceedToleratedFailureThreshold' }),
      });
    },
  );

  it('counts the items of a batch that fails', async () => {
    const limits = { ItemBatcher: { MaxItemsPerBatch: 4 }, ToleratedFailureCount: 3 };

    expect(await ran(map({ Items: ['bad', 1, 2, 3, 4], ...limits }), { tasks: picky })).toMatchObject({
      status: 'FAILED',
    });
  });

  it('leaves the whole record of a child that failed among the answers', async () => {
    const execution = await ran(map({ Items: [1, 'bad'], ToleratedFailureCount: 1 }), { tasks: picky });

    expect(execution).toMatchObject({
      output: [1, { Status: 'FAILED', Input: '"bad"', Error: 'Broken', Cause: 'bad' }],
    });
  });

  it('can be tried again and caught as a whole', async () => {
    const states = {
      A: {
        ...map({ Items: ['bad'] }).A,
        Retry: [{ ErrorEquals: ['States.ExceedToleratedFailureThreshold'], MaxAttempts: 1 }],
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }],
      },
      Caught: { Type: 'Succeed', Output: '{% $states.input.Error %}' },
    };

    expect(await ran(states, { tasks: picky })).toMatchObject({
      output: 'States.ExceedToleratedFailureThreshold',
      waits: [1],
    });
  });
});

/** https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html */
describe('a ResultWriter', () => {
  const to = { Resource: 'arn:aws:states:::s3:putObject', Arguments: { Bucket: 'runs', Prefix: 'one' } };
  const states = (ResultWriter: JsonFields) => map({ Items: [1, 'bad'], ToleratedFailureCount: 1, ResultWriter });

  it('writes what succeeded and what failed beside a manifest, and answers with its place', async () => {
    const objects = bucket();

    const execution = await ran(states(to), { tasks: picky, objects });

    const [key] = [...objects.kept.keys()].filter((name) => name.endsWith('/manifest.json'));
    expect(execution).toMatchObject({
      output: { ResultWriterDetails: { Bucket: 'runs', Key: key?.slice('runs/'.length) } },
    });
    expect(objects.json(key ?? '')).toMatchObject({
      DestinationBucket: 'runs',
      ResultFiles: { SUCCEEDED: [{ Size: expect.any(Number) as number }], FAILED: [{}], PENDING: [] },
    });
    const folder = key?.replace('manifest.json', '') ?? '';
    expect(objects.json(`${folder}SUCCEEDED_0.json`)).toMatchObject([{ Status: 'SUCCEEDED', Input: '1', Output: '1' }]);
    expect(objects.json(`${folder}FAILED_0.json`)).toMatchObject([{ Status: 'FAILED', Error: 'Broken' }]);
  });

  it('writes outputs alone, a line each, where it is told to', async () => {
    const objects = bucket();

    await ran(states({ ...to, WriterConfig: { Transformation: 'COMPACT', OutputType: 'JSONL' } }), {
      tasks: picky,
      objects,
    });

    const [text] = [...objects.kept].filter(([name]) => name.endsWith('/SUCCEEDED_0.jsonl')).map(([, value]) => value);
    expect(text).toBe('1\n');
  });

  it.each`
    shape        | output
    ${'NONE'}    | ${[{ Status: 'SUCCEEDED', Output: '[1,2]' }]}
    ${'COMPACT'} | ${[[1, 2]]}
    ${'FLATTEN'} | ${[1, 2]}
  `('without a place shapes the answer: $shape', async ({ shape, output }: { shape: string; output: Json }) => {
    const ResultWriter = { WriterConfig: { Transformation: shape } };

    expect(await ran(map({ Items: [[1, 2]], ResultWriter }), { tasks: answered })).toMatchObject({ output });
  });

  it('fails where it cannot write', async () => {
    const objects = { ...bucket(), write: () => Promise.reject(new Error('AccessDenied')) };

    expect(await ran(states(to), { tasks: picky, objects })).toMatchObject({ error: 'States.ResultWriterFailed' });
  });
});
