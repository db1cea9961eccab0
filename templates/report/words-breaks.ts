import type { BreakKind } from '../../domain/comparison/outcome.ts';

export const breakWords: Readonly<Record<BreakKind, string>> = {
  refusal: 'refused to answer',
  truncated: 'cut off at the token limit',
  malformed: 'not in the format asked for',
  schema: 'against its JSON schema',
  toolCall: 'wrong or missing tool call',
  language: 'in another language',
  empty: 'empty answer',
  guardrail: 'stopped by a guardrail',
  error: 'call failed',
};

/** The class of a failed call, in words; one that has none is named as it is. */
export function failureWords(error: string): string {
  return failures.get(error) ?? error;
}

const failures: ReadonlyMap<string, string> = new Map([
  ['endOfLife', 'the model has reached its end of life'],
  ['lockedOut', 'this account is locked out of a Legacy model'],
  ['unavailable', 'the model is not available here'],
  ['accessDenied', 'access denied'],
  ['profileOnly', 'the model answers through an inference profile only'],
  ['validation', 'the request was refused as invalid'],
  ['throttled', 'throttled, also after retries'],
  ['notReady', 'the model was not ready'],
  ['timeout', 'no answer in time'],
  ['modelError', 'an error in the model'],
  ['serviceError', 'an error in the service'],
  ['unreachable', 'the service was not reached'],
]);
