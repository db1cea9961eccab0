import { InvalidEventPatternError } from './invalid-event-pattern-error.ts';
import type { ValueTest } from './string-operators.ts';

const comparisons: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  '=': (value, bound) => value === bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
};

/** The largest magnitude that EventBridge compares. */
const limit = 5e9;

/** `["<", 10]`, `["=", 5]` or a range, `[">", 0, "<=", 5]`: only JSON numbers can match. */
export function numeric(operand: unknown, path: string): ValueTest {
  const terms: readonly unknown[] = Array.isArray(operand) ? operand : [];
  if (terms.length !== 2 && terms.length !== 4) {
    throw new InvalidEventPatternError(path, 'expected [comparison, number] or a range such as [">", 0, "<=", 5]');
  }

  const bounds = Array.from({ length: terms.length / 2 }, (_, index) =>
    bound(terms[2 * index], terms[2 * index + 1], path),
  );
  const [lower, upper] = bounds;
  if (lower && upper) {
    const inOrder = lower.comparison.startsWith('>') && upper.comparison.startsWith('<') && lower.number < upper.number;
    if (!inOrder) throw new InvalidEventPatternError(path, 'a range is a lower bound, then a higher upper bound');
  }
  return (value) => typeof value === 'number' && bounds.every(({ number, compare }) => compare(value, number));
}

function bound(comparison: unknown, number: unknown, path: string) {
  const known = typeof comparison === 'string' && Object.hasOwn(comparisons, comparison);
  const compare = known ? comparisons[comparison] : undefined;
  if (typeof comparison !== 'string' || !compare) {
    throw new InvalidEventPatternError(path, `unknown comparison ${JSON.stringify(comparison)}`);
  }
  if (typeof number !== 'number' || !(Math.abs(number) <= limit)) {
    throw new InvalidEventPatternError(path, `expected a number from -5.0e9 to 5.0e9 after ${comparison}`);
  }
  return { comparison, number, compare };
}
