export type Json = null | boolean | number | string | readonly Json[] | JsonFields;

export interface JsonFields {
  readonly [name: string]: Json;
}

/** Whether a JSON value is an object, and neither an array nor `null`. */
export function isFields(value: Json | undefined): value is JsonFields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as an error shows it. */
export function shown(value: Json | undefined): string {
  return typeof value === 'string' ? value : value === undefined ? 'nothing' : JSON.stringify(value);
}

/** The objects in a list; nothing, where it is no list. */
export function objectsIn(list: Json | undefined): readonly JsonFields[] {
  return Array.isArray(list) ? (list as readonly Json[]).filter(isFields) : [];
}
