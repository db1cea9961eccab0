/** A call of AWS that failed for good, by the name IAM gives it. */
export class CallError extends Error {
  override readonly name = 'CallError';
  /** As in `bedrock:ListInferenceProfiles`. */
  readonly call: string;

  constructor(call: string, cause: unknown) {
    super(cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause), { cause });
    this.call = call;
  }
}

/** A fault as the failure of a call, unless it is one already: where a role cannot be assumed, that is the call that failed. */
export function callError(call: string, fault: unknown): CallError {
  return fault instanceof CallError ? fault : new CallError(call, fault);
}
