const known: Readonly<Record<string, string>> = {
  'States.Timeout': 'It took longer than it may.',
  FAILED: 'Its execution failed in Step Functions.',
  ABORTED: 'Its execution was stopped in Step Functions.',
  TIMED_OUT: 'It took longer than 180 days.',
};

/** Why a state failed, in words: a function's error is Lambda's JSON, and its own message is what a person can act on. */
export function failureWords(error: string, cause: string): string {
  const said = known[error];
  if (said !== undefined) return said;
  const { errorMessage, FailureMessage } = fieldsOf(cause);
  if (typeof errorMessage === 'string') return errorMessage;
  if (typeof FailureMessage === 'string') return `The training failed: ${FailureMessage}`;
  return cause === '' ? error : cause;
}

function fieldsOf(cause: string): { readonly errorMessage?: unknown; readonly FailureMessage?: unknown } {
  try {
    const value: unknown = JSON.parse(cause);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
