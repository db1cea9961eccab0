import type { Json } from './json.ts';
import { StateError } from './state-error.ts';

interface Waiting {
  readonly succeed: (output: Json) => void;
  readonly fail: (error: StateError) => void;
  readonly heartbeat: () => void;
}

/** A token that no state waits for, or no longer. */
export class TaskTokenError extends Error {
  override readonly name = 'TaskTokenError';
}

export type TaskTokens = ReturnType<typeof taskTokens>;

/**
 * The other end of `.waitForTaskToken`: what SendTaskSuccess, SendTaskFailure and SendTaskHeartbeat are on AWS.
 * https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-wait-token
 */
export function taskTokens() {
  const open = new Map<string, Waiting>();
  const waiting = (token: string): Waiting => {
    const found = open.get(token);
    if (!found) throw new TaskTokenError(`nobody waits for the task token ${token}`);
    return found;
  };

  return {
    /** The answer that somebody gives to the token; nobody can after `close`. */
    answer: (token: string, heartbeat: () => void) =>
      new Promise<Json>((succeed, fail) => {
        open.set(token, { succeed, fail, heartbeat });
      }),
    close: (token: string) => void open.delete(token),
    succeed: (token: string, output: Json) => waiting(token).succeed(output),
    fail: (token: string, error: string, cause: string) => waiting(token).fail(new StateError(error, cause)),
    heartbeat: (token: string) => waiting(token).heartbeat(),
  };
}
