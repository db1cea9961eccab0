import type { $SchemaRef, SchemaTraitsObject, StaticStructureSchema } from '@smithy/types';

/** A member of a structure, with what the schema says about it. */
export interface Member {
  readonly name: string;
  readonly schema: $SchemaRef;
  readonly traits: Readonly<SchemaTraitsObject>;
  readonly required: boolean;
}

/** What one value may be, as far as requests and pages need to know. */
export type Shape =
  | { readonly kind: 'structure'; readonly members: readonly Member[] }
  | { readonly kind: 'list' | 'map'; readonly item: $SchemaRef }
  | { readonly kind: 'timestamp' | 'boolean' | 'number' | 'other' };

/** Traits without a value stand in one number, a bit each. */
const traitBits = ['httpLabel', 'idempotent', 'idempotencyToken', 'sensitive', 'httpPayload'] as const;

const list = { id: 1, modifier: 0b0100_0000 };
const map = { id: 2, modifier: 0b1000_0000 };
const timestamps = [4, 5, 6, 7];

/** Reads the static schemas that the clients export: numbers for simple types, arrays that begin with their kind for all else. */
export function shapeOf(ref: $SchemaRef): Shape {
  const schema = target(ref);
  if (typeof schema === 'number') return simpleShape(schema);
  if (!Array.isArray(schema)) return { kind: 'structure', members: [] };
  const parts: readonly unknown[] = schema;
  switch (parts[0]) {
    case 0:
      return shapeOf(parts[4] as $SchemaRef);
    case list.id:
      return { kind: 'list', item: parts[4] as $SchemaRef };
    case map.id:
      return { kind: 'map', item: parts[5] as $SchemaRef };
    default:
      return { kind: 'structure', members: membersOf(schema) };
  }
}

export function membersOf(ref: $SchemaRef): readonly Member[] {
  const schema = target(ref);
  if (!Array.isArray(schema)) return [];
  const [, , , , names, schemas, required = 0] = schema as StaticStructureSchema;
  return names.map((name, index) => {
    const member = dereferenced(schemas[index] ?? 0);
    const [own, traits] = isPair(member) ? member : [member, 0];
    return { name, schema: own, traits: traitsOf(traits), required: index < required };
  });
}

export function traitsOf(traits: unknown): SchemaTraitsObject {
  if (typeof traits === 'object' && traits !== null) return traits as SchemaTraitsObject;
  const bits = typeof traits === 'number' ? traits : 0;
  return Object.fromEntries(traitBits.filter((_, bit) => (bits >> bit) & 1).map((name) => [name, 1]));
}

function simpleShape(schema: number): Shape {
  if (schema & list.modifier) return { kind: 'list', item: (schema & ~list.modifier) as $SchemaRef };
  if (schema & map.modifier) return { kind: 'map', item: (schema & ~map.modifier) as $SchemaRef };
  if (timestamps.includes(schema)) return { kind: 'timestamp' };
  if (schema === 1) return { kind: 'number' };
  return { kind: schema === 2 ? 'boolean' : 'other' };
}

function dereferenced(ref: $SchemaRef): $SchemaRef {
  return typeof ref === 'function' ? dereferenced(ref()) : ref;
}

/** Where a reference leads, whatever traits it passes on the way. */
function target(ref: $SchemaRef): $SchemaRef {
  const schema = dereferenced(ref);
  return isPair(schema) ? target(schema[0]) : schema;
}

function isPair(schema: $SchemaRef): schema is [$SchemaRef, unknown] & $SchemaRef {
  return Array.isArray(schema) && schema.length === 2;
}
