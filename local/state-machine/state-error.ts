import type { Json } from './json.ts';

/**
 * An error as a state reports it: a name to match and a cause to read.
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
export class StateError extends Error {
  override readonly name = 'StateError';
  readonly error: string;

  constructor(error: string, cause: string, options?: ErrorOptions) {
    super(cause, options);
    this.error = error;
  }

  /** As a catcher sees it in `$states.errorOutput`. */
  get output(): { readonly Error: string; readonly Cause: string } {
    return { Error: this.error, Cause: this.message };
  }
}

/** Whatever a task threw, under the name that it gave itself. */
export function asStateError(fault: unknown): StateError {
  if (fault instanceof StateError) return fault;
  return fault instanceof Error
    ? new StateError(fault.name, fault.message, { cause: fault })
    : new StateError('States.TaskFailed', String(fault));
}

/** No wildcard catches these two, only their own name. */
const terminal = ['States.DataLimitExceeded', 'States.Runtime'];

/**
 * Whether a retrier or a catcher means this error. `States.TaskFailed` stands for every error but a timeout, and a missed
 * heartbeat is a timeout too.
 */
export function means(names: readonly string[], error: string): boolean {
  return names.some((name) => {
    if (name === error) return true;
    if (name === 'States.Timeout') return error === 'States.HeartbeatTimeout';
    if (terminal.includes(error)) return false;
    return name === 'States.ALL' || (name === 'States.TaskFailed' && error !== 'States.Timeout');
  });
}

const mostBytes = 256 * 1024;

/**
 * The value itself, if it fits: Step Functions passes 256 KiB of JSON from state to state.
 * https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */
export function fitting<T extends Json>(value: T, what: string): T {
  const bytes = Buffer.byteLength(JSON.stringify(value));
  if (bytes <= mostBytes) return value;
  throw new StateError('States.DataLimitExceeded', `${what} is ${bytes} bytes, and ${mostBytes} is the most`);
}
