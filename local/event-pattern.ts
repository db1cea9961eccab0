import { fieldOf, objectsIn } from './event-leaves.ts';
import { InvalidEventPatternError } from './invalid-event-pattern-error.ts';
import { isJsonObject } from './json-object.ts';
import { leafTest } from './leaf-test.ts';

export type EventPattern = (event: unknown) => boolean;

/** Tests one object of an event; `event` is the whole, for what must be absent everywhere. */
type ObjectTest = (object: unknown, event: unknown) => boolean;

/** EventBridge refuses a pattern whose `$or`s multiply to more. */
const mostCombinations = 1000;

/**
 * An EventBridge event pattern, matched as EventBridge does and refused where it would refuse it.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export function eventPattern(pattern: unknown): EventPattern {
  const test = objectTest(pattern, [], '');
  const combinations = combinationsOf(pattern);
  if (combinations > mostCombinations) {
    throw new InvalidEventPatternError(
      '',
      `$or makes ${combinations} combinations, at most ${mostCombinations} are allowed`,
    );
  }
  return (event) => test(event, event);
}

function objectTest(pattern: unknown, names: readonly string[], path: string): ObjectTest {
  if (!isJsonObject(pattern))
    throw new InvalidEventPatternError(path, `expected an object, found ${JSON.stringify(pattern)}`);
  const entries = Object.entries(pattern);
  if (entries.length === 0) throw new InvalidEventPatternError(path, 'an empty object is not allowed');

  const tests = entries.map(([name, value]) => {
    const place = path ? `${path}.${name}` : name;
    return name === '$or' ? orTest(value, names, place) : fieldTest(name, value, [...names, name], place);
  });

  return (value, event) => {
    const objects = objectsIn(value);
    const candidates = objects.length > 0 ? objects : [undefined];
    return candidates.some((object) => tests.every((test) => test(object, event)));
  };
}

function fieldTest(name: string, pattern: unknown, names: readonly string[], path: string): ObjectTest {
  if (Array.isArray(pattern)) {
    const test = leafTest(pattern, names, path);
    return (object, event) => test(fieldOf(object, name), event);
  }
  if (isJsonObject(pattern)) {
    const test = objectTest(pattern, names, path);
    return (object, event) => test(fieldOf(object, name), event);
  }
  throw new InvalidEventPatternError(
    path,
    `expected an array of values or an object, found ${JSON.stringify(pattern)}`,
  );
}

function orTest(alternatives: unknown, names: readonly string[], path: string): ObjectTest {
  if (!Array.isArray(alternatives) || alternatives.length < 2) {
    throw new InvalidEventPatternError(path, 'expected an array of at least two objects');
  }
  const tests = alternatives.map((pattern: unknown, index) => objectTest(pattern, names, `${path}[${index}]`));
  return (object, event) => tests.some((test) => test(object, event));
}

function combinationsOf(pattern: unknown): number {
  if (!isJsonObject(pattern)) return 1;
  return Object.entries(pattern).reduce((product, [name, value]) => {
    const alternatives: readonly unknown[] = name === '$or' && Array.isArray(value) ? value : [value];
    return product * alternatives.reduce<number>((sum, alternative) => sum + combinationsOf(alternative), 0);
  }, 1);
}
