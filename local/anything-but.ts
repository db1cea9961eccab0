import { InvalidEventPatternError } from './invalid-event-pattern-error.ts';
import { isJsonObject } from './json-object.ts';
import type { ValueTest } from './string-operators.ts';
import { equalsIgnoreCase, prefix, suffix, text, wildcard } from './string-operators.ts';

const inner: Readonly<Record<string, (operand: string, path: string) => ValueTest>> = {
  prefix: (operand) => prefix(operand),
  suffix: (operand) => suffix(operand),
  'equals-ignore-case': (operand) => equalsIgnoreCase(operand),
  wildcard,
};

/** A field that is there and is none of these: strings, or numbers, or what one inner operator says of a string or a list. */
export function anythingBut(operand: unknown, path: string): ValueTest {
  const refused = isJsonObject(operand) ? innerTest(operand, path) : plainTest(operand, path);
  return (value) => !refused(value);
}

function plainTest(operand: unknown, path: string): ValueTest {
  const values = listOf(operand, path);
  const strings = values.every((value) => typeof value === 'string');
  const numbers = values.every((value) => Number.isFinite(value));
  if (!strings && !numbers) throw new InvalidEventPatternError(path, 'expected strings only, or numbers only');
  return (value) => values.includes(value);
}

function innerTest(operand: Readonly<Record<string, unknown>>, path: string): ValueTest {
  const [entry, ...others] = Object.entries(operand);
  if (!entry || others.length > 0) throw new InvalidEventPatternError(path, 'expected exactly one operator');
  const [operator, value] = entry;
  const test = Object.hasOwn(inner, operator) ? inner[operator] : undefined;
  if (!test) throw new InvalidEventPatternError(path, `unknown operator "${operator}" inside anything-but`);

  const place = `${path}.${operator}`;
  const tests = listOf(value, place).map((item) => {
    const refused = text(item, place);
    if (refused === '') throw new InvalidEventPatternError(place, 'an empty string is not allowed');
    return test(refused, place);
  });
  return (leaf) => tests.some((matches) => matches(leaf));
}

function listOf(operand: unknown, path: string): readonly unknown[] {
  const values: readonly unknown[] = Array.isArray(operand) ? operand : [operand];
  if (values.length === 0) throw new InvalidEventPatternError(path, 'an empty array is not allowed');
  return values;
}
