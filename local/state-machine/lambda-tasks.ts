import type { Json } from './json.ts';
import { isFields, shown } from './json.ts';
import type { TaskContext, TaskRunner } from './run.ts';
import { StateError } from './state-error.ts';

/** A function as Lambda would call it: the payload in, anything that is JSON out. */
export type LocalFunction = (payload: Json, context: TaskContext) => Promise<unknown>;

/**
 * `lambda:invoke` over functions of this process, by the name that the definition calls them. A function's error keeps its name,
 * with Lambda's JSON as its cause. https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html
 */
export function lambdaTasks(functions: Readonly<Record<string, LocalFunction>>): Readonly<Record<string, TaskRunner>> {
  const invoke: TaskRunner = async (argument, context) => {
    const { FunctionName, Payload = {} } = isFields(argument) ? argument : {};
    const run = functions[shown(FunctionName)];
    if (!run) throw new StateError('Lambda.ResourceNotFoundException', `there is no function ${shown(FunctionName)}`);
    try {
      return { ExecutedVersion: '$LATEST', StatusCode: 200, Payload: (await run(Payload, context)) ?? null };
    } catch (fault) {
      throw failureOf(fault);
    }
  };
  return {
    'arn:aws:states:::lambda:invoke': invoke,
    // What the function answers is not looked at: somebody with the token does.
    'arn:aws:states:::lambda:invoke.waitForTaskToken': invoke,
  };
}

function failureOf(fault: unknown): StateError {
  const { name, message } = fault instanceof Error ? fault : new Error(String(fault));
  return new StateError(name, JSON.stringify({ errorType: name, errorMessage: message }), { cause: fault });
}
