import { isJsonObject } from './json-object.ts';

/** What a pattern compares: the scalars at a place in an event, arrays taken apart. Objects and empty arrays have none. */
export function leavesOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flat(Infinity).filter((element) => !isJsonObject(element));
  return value === undefined || isJsonObject(value) ? [] : [value];
}

/** The field of an object, never one that every object inherits. */
export function fieldOf(value: unknown, name: string): unknown {
  return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** Whether the event has a leaf at a path, in any element of any array on the way. */
export function hasLeafAt(value: unknown, path: readonly string[]): boolean {
  const [name, ...rest] = path;
  if (name === undefined) return leavesOf(value).length > 0;
  return objectsIn(value).some((object) => hasLeafAt(fieldOf(object, name), rest));
}

/** The objects at a place: the object itself, or those in the array, however deep. */
export function objectsIn(value: unknown): unknown[] {
  return (Array.isArray(value) ? value.flat(Infinity) : [value]).filter(isJsonObject);
}
