import type { Check } from '../cases/case.ts';
import { deepEqual } from './deep-equal.ts';
import { jsonPath, valueAt } from './json-path.ts';

/** What a check `contains` looks for. */
interface Wanted {
  readonly all: readonly string[];
  readonly any: readonly string[];
  readonly ignoreCase: boolean;
}

/** The text that a check compares with: its own, or the case's expected answer. */
export function comparedText({ value }: Check, expected: string | null): string {
  return typeof value === 'string' ? value : (expected ?? '');
}

/** A text, a list of which all must be there, or `{ all, any, ignoreCase }`. */
export function containsWanted(answer: string, check: Check, expected: string | null): boolean {
  const { all, any, ignoreCase } = wanted(check, expected);
  const folded = (text: string) => (ignoreCase ? text.toLowerCase() : text);
  const said = folded(answer);
  return (
    all.every((text) => said.includes(folded(text))) &&
    (any.length === 0 || any.some((text) => said.includes(folded(text))))
  );
}

function wanted(check: Check, expected: string | null): Wanted {
  const { value } = check;
  const plain = { all: [], any: [], ignoreCase: false };
  if (Array.isArray(value)) return { ...plain, all: value as readonly string[] };
  if (typeof value === 'object' && value !== null) return { ...plain, ...value };
  return { ...plain, all: [comparedText(check, expected).trim()] };
}

/** A number that should come out, and how far off it may be: absolutely, or as a part of it. */
export function isNear(said: number | null, wanted: number, { value, threshold = 0 }: Check): boolean {
  if (said === null) return false;
  const relative = typeof value === 'object' && value !== null && 'relative' in value && value.relative === true;
  const allowed = relative ? threshold * Math.abs(wanted) : threshold;
  // What binary fractions lose is no difference: 0.1 + 0.2 is 0.3.
  const rounding = 1e-9 * Math.max(Math.abs(said), Math.abs(wanted));
  return Math.abs(said - wanted) <= allowed + rounding;
}

/**
 * Whether the value at a path is the wanted one. The path is the check's value, or in `{ path, equals }`. Without `equals` it is
 * compared with the expected answer: with what the same path leads to in it where that is JSON with such a place, else with all of it.
 * With neither, it must be there.
 */
export function pathHolds(answer: unknown, { value }: Check, expected: string | null): boolean {
  const { path, ...given } =
    typeof value === 'string' ? { path: value } : (value as { path: string; equals?: unknown });
  const steps = jsonPath(path) ?? [];
  const found = valueAt(answer, steps);
  if (found === null) return false;
  if ('equals' in given) return deepEqual(found.value, given.equals);
  if (expected === null) return true;
  const whole = jsonIn(expected);
  if (whole === null) return found.value === expected.trim();
  const same = valueAt(whole.value, steps);
  return deepEqual(found.value, (same ?? whole).value) || (same === null && found.value === expected.trim());
}

/** The JSON value that a text is, white space around it aside; `null` where it is none. */
export function jsonIn(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}
