import type { Template } from './definition.ts';
import { isFields, shown } from './json.ts';
import { StateError } from './state-error.ts';
import type { Visit } from './visit.ts';
import { valueIn } from './visit.ts';

interface Place {
  readonly bucket: string;
  readonly key: string;
}

/** Where in S3 a Map reads or writes: a bucket, and the key or the prefix. */
export async function placeIn(visit: Visit, template: Template, field: string, name: 'Key' | 'Prefix'): Promise<Place> {
  const place = await valueIn(visit, template, field);
  const { Bucket: bucket, [name]: key = name === 'Prefix' ? '' : null } = isFields(place) ? place : {};
  if (typeof bucket === 'string' && typeof key === 'string') return { bucket, key };
  throw new StateError(
    'States.QueryEvaluationError',
    `${visit.name}.${field}: expected a Bucket and a ${name}, got ${shown(place)}`,
  );
}
