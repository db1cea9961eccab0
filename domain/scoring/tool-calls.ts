import type { ToolCall } from '../cases/answer.ts';
import type { Case, ExpectedToolCall } from '../cases/case.ts';
import { deepEqual } from './deep-equal.ts';

/** Whether exactly the expected calls were made, in any order. */
export function areExpected(calls: readonly ToolCall[], expected: readonly ExpectedToolCall[]): boolean {
  if (calls.length !== expected.length) return false;
  // Those with an input choose first: what is left may be any input.
  const demanding = expected.toSorted((a, b) => Number(b.input !== undefined) - Number(a.input !== undefined));
  const left = [...calls];
  return demanding.every((wanted) => {
    const place = left.findIndex((call) => isExpected(call, wanted));
    if (place >= 0) left.splice(place, 1);
    return place >= 0;
  });
}

function isExpected(call: ToolCall, { name, input }: ExpectedToolCall): boolean {
  return call.name === name && (input === undefined || deepEqual(call.input, input));
}

/** Whether the case left the model no choice but to call a tool, or one tool, and it did not. */
export function missesForcedCall({ toolChoice }: Case, calls: readonly ToolCall[]): boolean {
  if (typeof toolChoice !== 'object' || toolChoice === null) return false;
  if ('any' in toolChoice) return calls.length === 0;
  if (!('tool' in toolChoice)) return false;
  const forced = toolChoice.tool;
  const name = typeof forced === 'object' && forced !== null && 'name' in forced ? forced.name : null;
  return !calls.some((call) => call.name === name);
}
