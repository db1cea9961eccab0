import { describe, expect, it } from 'vitest';
import type { Json, JsonFields } from '../../../local/state-machine/json.ts';
import { lambdaTasks } from '../../../local/state-machine/lambda-tasks.ts';
import { failure, ran } from './machine.ts';

const calling = (Arguments: JsonFields) => ({
  A: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Arguments, End: true },
});

/** https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html */
describe('lambda:invoke', () => {
  const tasks = lambdaTasks({
    echo: (payload) => Promise.resolve(payload),
    nothing: () => Promise.resolve(),
    fails: () => Promise.reject(failure('AccessDeniedError', 'not you')),
  });

  it.each`
    call                                      | payload
    ${{ FunctionName: 'echo', Payload: [1] }} | ${[1]}
    ${{ FunctionName: 'echo' }}               | ${{}}
    ${{ FunctionName: 'nothing' }}            | ${null}
  `('answers $call as Lambda does', async ({ call, payload }: { call: JsonFields; payload: Json }) => {
    expect(await ran(calling(call), { tasks })).toMatchObject({ output: { StatusCode: 200, Payload: payload } });
  });

  it.each`
    name         | error                                 | cause
    ${'fails'}   | ${'AccessDeniedError'}                | ${'{"errorType":"AccessDeniedError","errorMessage":"not you"}'}
    ${'unknown'} | ${'Lambda.ResourceNotFoundException'} | ${'there is no function unknown'}
  `('fails as Lambda does: $error', async ({ name, error, cause }: Record<string, string>) => {
    expect(await ran(calling({ FunctionName: name ?? '' }), { tasks })).toMatchObject({ error, cause });
  });
});
