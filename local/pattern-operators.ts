import { anythingBut } from './anything-but.ts';
import { cidr } from './cidr.ts';
import { InvalidEventPatternError } from './invalid-event-pattern-error.ts';
import { isJsonObject } from './json-object.ts';
import { numeric } from './numeric.ts';
import type { ValueTest } from './string-operators.ts';
import { equalsIgnoreCase, prefix, suffix, text, wildcard } from './string-operators.ts';

/** One operator with its operand, as a test of a single scalar. */
export function operatorTest(operator: string, operand: unknown, path: string): ValueTest {
  const place = `${path}.${operator}`;
  switch (operator) {
    case 'prefix':
      return affix(prefix, operand, place);
    case 'suffix':
      return affix(suffix, operand, place);
    case 'equals-ignore-case':
      return equalsIgnoreCase(text(operand, place));
    case 'wildcard':
      return wildcard(text(operand, place), place);
    case 'numeric':
      return numeric(operand, place);
    case 'cidr':
      return cidr(text(operand, place), place);
    case 'anything-but':
      return anythingBut(operand, place);
    default:
      throw new InvalidEventPatternError(path, `unknown operator "${operator}"`);
  }
}

/** A prefix or suffix is a string, or `{ "equals-ignore-case": string }`. */
function affix(test: typeof prefix, operand: unknown, path: string): ValueTest {
  if (!isJsonObject(operand)) return test(text(operand, path));
  const { 'equals-ignore-case': ignored, ...others } = operand;
  if (Object.keys(others).length > 0) {
    throw new InvalidEventPatternError(path, 'expected a string or {"equals-ignore-case": string}');
  }
  return test(text(ignored, `${path}.equals-ignore-case`), { ignoreCase: true });
}
