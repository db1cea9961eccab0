import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stateMachineIn } from '../../../local/state-machine/read-definition.ts';
import type { JsonFields } from '../../../local/state-machine/json.ts';
import { aMachine, ran, work } from './machine.ts';

const inner = { StartAt: 'In', States: { In: { Type: 'Pass', End: true } } };
const task = (more: JsonFields) => ({ A: { Type: 'Task', Resource: work, End: true, ...more } });
const map = (more: JsonFields) => ({ A: { Type: 'Map', ItemProcessor: inner, End: true, ...more } });
const distributed = { ...inner, ProcessorConfig: { Mode: 'DISTRIBUTED' } };

describe('a definition that is not understood whole is refused, by state and field:', () => {
  it.each`
    states                                                                                                                                                    | message
    ${{ A: { Type: 'Loop', End: true } }}                                                                                                                     | ${'A: the state type Loop is not understood'}
    ${{ A: { Type: 'Pass', Result: 1, End: true } }}                                                                                                          | ${'A: Result belongs to JSONPath'}
    ${task({ Parameters: {} })}                                                                                                                               | ${'A: Parameters belongs to JSONPath'}
    ${task({ Arguments: { 'x.$': '$.x' } })}                                                                                                                  | ${'A.Arguments: x.$ belongs to JSONPath'}
    ${task({ QueryLanguage: 'JSONPath' })}                                                                                                                    | ${'A: QueryLanguage is JSONPath'}
    ${task({ Credentials: {} })}                                                                                                                              | ${'A.Credentials.RoleArn: expected text'}
    ${task({ Output: '{% $states.( %}' })}                                                                                                                    | ${'A.Output: '}
    ${task({ Output: { deep: ['{% 1 %} '] } })}                                                                                                               | ${'A.Output.deep[0]: an expression begins with'}
    ${task({ Next: 'B' })}                                                                                                                                    | ${'A: expected either Next or End'}
    ${{ A: { Type: 'Pass' } }}                                                                                                                                | ${'A: expected either Next or End'}
    ${{ A: { Type: 'Pass', Next: 'B' } }}                                                                                                                     | ${'A.Next: there is no state B'}
    ${{ A: { Type: 'Task', End: true } }}                                                                                                                     | ${'A.Resource: expected text'}
    ${{ A: { Type: 'Choice', Choices: [{ Condition: '{% true %}', Next: 'B' }] } }}                                                                           | ${'A.Choices[0].Next: there is no state B'}
    ${{ A: { Type: 'Choice', Choices: [] } }}                                                                                                                 | ${'A.Choices: expected a list'}
    ${{ A: { Type: 'Choice', Choices: [{ Variable: '$.x', Next: 'A' }] } }}                                                                                   | ${'A.Choices[0]: Variable belongs to JSONPath'}
    ${{ A: { Type: 'Choice', Choices: [{ Condition: true, Next: 'A' }], Default: 'B' } }}                                                                     | ${'A.Default: there is no state B'}
    ${{ A: { Type: 'Wait', End: true } }}                                                                                                                     | ${'A: expected either Seconds or Timestamp'}
    ${{ A: { Type: 'Wait', SecondsPath: '$.s', End: true } }}                                                                                                 | ${'A: SecondsPath belongs to JSONPath'}
    ${{ A: { Type: 'Succeed', End: true } }}                                                                                                                  | ${'A: End is not understood'}
    ${task({ Retry: [{ ErrorEquals: [] }] })}                                                                                                                 | ${'A.Retry[0].ErrorEquals: expected a list'}
    ${task({ Retry: [{ ErrorEquals: ['X'], Backoff: 2 }] })}                                                                                                  | ${'A.Retry[0]: Backoff is not understood'}
    ${task({ Retry: [{ ErrorEquals: ['X'], MaxAttempts: -1 }] })}                                                                                             | ${'A.Retry[0]: MaxAttempts is -1'}
    ${task({ Retry: [{ ErrorEquals: ['X'], JitterStrategy: 'SOME' }] })}                                                                                      | ${'A.Retry[0]: JitterStrategy is SOME'}
    ${task({ Retry: [{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['X'] }] })}                                                                             | ${'A.Retry[0].ErrorEquals: States.ALL stands alone, and last'}
    ${task({ Catch: [{ ErrorEquals: ['X'], Next: 'B' }] })}                                                                                                   | ${'A.Catch[0].Next: there is no state B'}
    ${task({ Catch: [{ ErrorEquals: ['X'], Next: 'A', ResultPath: '$' }] })}                                                                                  | ${'A.Catch[0]: ResultPath belongs to JSONPath'}
    ${task({ Assign: { states: 1 } })}                                                                                                                        | ${'the variable states is taken'}
    ${{ A: { Type: 'Parallel', Branches: [], End: true } }}                                                                                                   | ${'A.Branches: expected a list'}
    ${{ A: { Type: 'Parallel', Branches: [{ ...inner, StartAt: 'Out' }], End: true } }}                                                                       | ${'A.Branches[0].StartAt: there is no state Out'}
    ${{ A: { Type: 'Parallel', Assign: { x: 1 }, Branches: [{ StartAt: 'In', States: { In: { Type: 'Pass', Assign: { x: 2 }, End: true } } }], End: true } }} | ${'A.Branches[0]: the variable x is taken'}
    ${map({ ItemsPath: '$.items' })}                                                                                                                          | ${'A: ItemsPath belongs to JSONPath'}
    ${map({ Iterator: inner })}                                                                                                                               | ${'A: Iterator is not understood'}
    ${map({ ToleratedFailureCount: 1 })}                                                                                                                      | ${'A: ToleratedFailureCount needs the Mode DISTRIBUTED'}
    ${map({ ItemProcessor: { ...inner, ProcessorConfig: { Mode: 'BOTH' } } })}                                                                                | ${'A.ItemProcessor.ProcessorConfig: Mode is BOTH'}
    ${map({ ItemProcessor: distributed, Items: [], ItemReader: { Resource: 'arn:aws:states:::s3:getObject', Arguments: {} } })}                               | ${'A: expected either Items or ItemReader'}
    ${map({ ItemProcessor: distributed, ItemReader: { Resource: 'arn:aws:states:::s3:listObjectsV2', Arguments: {} } })}                                      | ${'A.ItemReader.Resource: '}
    ${map({ ItemProcessor: distributed, ItemReader: { Resource: 'arn:aws:states:::s3:getObject' } })}                                                         | ${'A.ItemReader: expected Arguments'}
    ${map({ ItemProcessor: distributed, ItemReader: { Resource: 'arn:aws:states:::s3:getObject', Arguments: {}, ReaderConfig: { InputType: 'CSV' } } })}      | ${'A.ItemReader: InputType is CSV'}
    ${map({ ItemProcessor: distributed, ItemBatcher: { MaxItems: 2 } })}                                                                                      | ${'A.ItemBatcher: MaxItems is not understood'}
    ${map({ ItemProcessor: distributed, ResultWriter: { Resource: 'arn:aws:states:::sqs:sendMessage', Arguments: {} } })}                                     | ${'A.ResultWriter.Resource: '}
  `('$message', ({ states, message }: { states: JsonFields; message: string }) => {
    expect(() => aMachine(states)).toThrow(
      expect.objectContaining({ message: expect.stringContaining(message) as string }),
    );
  });

  it.each`
    machine                          | message
    ${{ QueryLanguage: 'JSONPath' }} | ${'QueryLanguage is JSONPath'}
    ${{ StartAt: 'Nowhere' }}        | ${'StartAt: there is no state Nowhere'}
    ${{ States: 1 }}                 | ${'States: expected an object'}
    ${{ ProcessorConfig: {} }}       | ${'ProcessorConfig is not understood'}
  `('$message', ({ machine, message }: { machine: JsonFields; message: string }) => {
    expect(() => aMachine({ A: { Type: 'Succeed' } }, machine)).toThrow(message);
  });

  it('comments are welcome everywhere', () => {
    const Comment = 'why';
    const Retry = [{ ErrorEquals: ['X'], Comment }];
    expect(() =>
      aMachine({ A: { Type: 'Task', Resource: work, Comment, Retry, End: true } }, { Comment }),
    ).not.toThrow();
  });
});

describe('a machine whose surroundings lack something', () => {
  const reader = { Resource: 'arn:aws:states:::s3:getObject', Arguments: {} };

  it.each`
    states                                                                                                                                | message
    ${task({})}                                                                                                                           | ${'A: nothing here runs the resource'}
    ${{ A: { Type: 'Parallel', Branches: [{ StartAt: 'In', States: { In: { Type: 'Task', Resource: work, End: true } } }], End: true } }} | ${'In: nothing here runs'}
    ${map({ ItemProcessor: { StartAt: 'In', States: { In: { Type: 'Task', Resource: work, End: true } } } })}                             | ${'In: nothing here runs'}
    ${map({ ItemProcessor: distributed, ItemReader: reader })}                                                                            | ${'A: there are no objects'}
    ${map({ ItemProcessor: distributed, ResultWriter: { ...reader, Resource: 'arn:aws:states:::s3:putObject' } })}                        | ${'A: there are no objects'}
  `('does not begin: $message', async ({ states, message }: { states: JsonFields; message: string }) => {
    await expect(ran(states)).rejects.toThrow(message);
  });

  it('does not begin: nobody keeps its tokens', async () => {
    const Resource = `${work}.waitForTaskToken`;

    await expect(ran(task({ Resource }), { tasks: { [Resource]: () => Promise.resolve() } })).rejects.toThrow(
      /task tokens/,
    );
  });
});

describe('state-machines/', () => {
  const files = readdirSync('state-machines').filter((file) => file.endsWith('.yml'));

  it.each(files)('%s is understood whole', (file) => {
    const text = readFileSync(`state-machines/${file}`, 'utf8');
    const names = [...text.matchAll(/\$\{(\w+)\}/g)].map(([, name = '']) => [name, name.toLowerCase()]);

    expect(stateMachineIn(text, Object.fromEntries(names) as Record<string, string>, file)).toMatchObject({
      QueryLanguage: 'JSONata',
    });
  });

  it.each`
    text                        | message                                      | why
    ${'QueryLanguage: ${Word}'} | ${'sweep.yml: nothing is given for ${Word}'} | ${'a substitution is missing'}
    ${'[a'}                     | ${'sweep.yml: '}                             | ${'it is no YAML'}
    ${'a: 1'}                   | ${'sweep.yml: QueryLanguage is JSONPath'}    | ${'it is no machine'}
  `('a file is named where $why', ({ text, message }: { text: string; message: string }) => {
    expect(() => stateMachineIn(text, {}, 'sweep.yml')).toThrow(message);
  });
});
