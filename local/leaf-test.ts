import { hasLeafAt, leavesOf } from './event-leaves.ts';
import { InvalidEventPatternError } from './invalid-event-pattern-error.ts';
import { isJsonObject } from './json-object.ts';
import { operatorTest } from './pattern-operators.ts';

/** Tests the value of one field; `event` is the whole event. */
export type LeafTest = (value: unknown, event: unknown) => boolean;

/** The list of a field: it holds when one of its expressions holds for one of the field's leaves. */
export function leafTest(expressions: readonly unknown[], names: readonly string[], path: string): LeafTest {
  if (expressions.length === 0) throw new InvalidEventPatternError(path, 'an empty array is not allowed');
  const tests = expressions.map((expression, index) => expressionTest(expression, names, `${path}[${index}]`));
  return (value, event) => tests.some((test) => test(value, event));
}

function expressionTest(expression: unknown, names: readonly string[], path: string): LeafTest {
  if (!isJsonObject(expression)) {
    if (!isScalar(expression)) {
      throw new InvalidEventPatternError(path, 'expected a string, number, true, false, null or an operator');
    }
    return (value) => leavesOf(value).includes(expression);
  }

  const [entry, ...others] = Object.entries(expression);
  if (!entry || others.length > 0) throw new InvalidEventPatternError(path, 'expected exactly one operator');
  const [operator, operand] = entry;
  if (operator === 'exists') return existsTest(operand, names, `${path}.exists`);

  const test = operatorTest(operator, operand, path);
  return (value) => leavesOf(value).some(test);
}

/** Presence is the leaf's here; absence is the path's in the whole event, in every element of an array. */
function existsTest(expected: unknown, names: readonly string[], path: string): LeafTest {
  if (typeof expected !== 'boolean') throw new InvalidEventPatternError(path, 'expected true or false');
  return expected ? (value) => leavesOf(value).length > 0 : (_, event) => !hasLeafAt(event, names);
}

function isScalar(value: unknown): boolean {
  return value === null || typeof value === 'boolean' || typeof value === 'string' || Number.isFinite(value);
}
