import type { $SchemaRef } from '@smithy/types';
import { AwsError } from './aws-error.ts';
import { shapeOf } from './static-schema.ts';

/** The clients send what they are given; it is the service that refuses a request without a required member. */
export function checkRequiredMembers(schema: $SchemaRef, input: unknown): void {
  const missing = missingMembers(schema, input, '');
  if (missing.length === 0) return;
  const told = missing.map((path) => `Value at '${path}' failed to satisfy constraint: Member must not be null`);
  const errors = missing.length === 1 ? '1 validation error' : `${missing.length} validation errors`;
  throw new AwsError('ValidationException', `${errors} detected: ${told.join('; ')}`);
}

function missingMembers(schema: $SchemaRef, value: unknown, path: string): readonly string[] {
  const shape = shapeOf(schema);
  if (shape.kind === 'list' && Array.isArray(value))
    return value.flatMap((one, index) => missingMembers(shape.item, one, `${path}.${index + 1}.member`));
  if (shape.kind !== 'structure' || typeof value !== 'object' || value === null) return [];

  const given = value as Readonly<Record<string, unknown>>;
  return shape.members.flatMap(({ name, schema: own, required }) => {
    const at = path ? `${path}.${name}` : name;
    const one = given[name];
    if (one === undefined || one === null) return required ? [at] : [];
    return missingMembers(own, one, at);
  });
}
