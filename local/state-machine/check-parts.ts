import { fieldsAt, listAt, refuseUnknown, textAt } from './check-fields.ts';
import { StateMachineDefinitionError } from './definition-error.ts';
import type { Json, JsonFields } from './json.ts';
import { objectsIn, shown } from './json.ts';
import { partFields } from './known-fields.ts';

/** Checks what stands inside a state: rules, retriers, catchers, and the parts of a Map. */
export function checkParts(state: JsonFields, place: string): void {
  for (const list of ['Choices', 'Retry', 'Catch']) {
    if (state[list] === undefined) continue;
    for (const [n, part] of listAt(state[list], `${place}.${list}`).entries())
      refuseUnknown(part, partFields[list] ?? [], `${place}.${list}[${n}]`);
  }
  for (const name of ['ItemReader', 'ItemBatcher', 'ResultWriter'])
    if (state[name] !== undefined) checkPart(fieldsAt(state[name], `${place}.${name}`), name, place);
  if (state['Credentials'] !== undefined) {
    const credentials = fieldsAt(state['Credentials'], `${place}.Credentials`);
    refuseUnknown(credentials, partFields['Credentials'] ?? [], `${place}.Credentials`);
    textAt(credentials['RoleArn'], `${place}.Credentials.RoleArn`);
  }
  for (const list of ['Retry', 'Catch']) checkErrors(state[list], `${place}.${list}`);
  for (const [n, retrier] of objectsIn(state['Retry']).entries()) checkPauses(retrier, `${place}.Retry[${n}]`);
}

function checkPart(part: JsonFields, name: string, place: string): void {
  refuseUnknown(part, partFields[name] ?? [], `${place}.${name}`);
  for (const inner of ['ReaderConfig', 'WriterConfig'])
    if (part[inner] !== undefined)
      refuseUnknown(fieldsAt(part[inner], `${place}.${name}.${inner}`), partFields[inner] ?? [], `${place}.${name}`);
  const verb = { ItemReader: 's3:getObject', ResultWriter: 's3:putObject' }[name];
  if (verb && (name === 'ItemReader' || part['Resource'] !== undefined)) {
    const resource = textAt(part['Resource'], `${place}.${name}.Resource`);
    if (!resource.endsWith(`:${verb}`))
      throw new StateMachineDefinitionError(`${place}.${name}.Resource`, `${resource} is not understood, only ${verb}`);
    if (part['Arguments'] === undefined)
      throw new StateMachineDefinitionError(`${place}.${name}`, 'expected Arguments beside Resource');
  }
}

/** https://states-language.net/spec.html#retrying-after-error: a wildcard stands alone, and last. */
function checkErrors(list: Json | undefined, place: string): void {
  const parts = objectsIn(list);
  for (const [n, part] of parts.entries()) {
    const names = part['ErrorEquals'];
    if (!Array.isArray(names) || names.length === 0 || !names.every((name) => typeof name === 'string'))
      throw new StateMachineDefinitionError(`${place}[${n}].ErrorEquals`, 'expected a list of error names');
    if (names.includes('States.ALL') && (names.length > 1 || n < parts.length - 1))
      throw new StateMachineDefinitionError(`${place}[${n}].ErrorEquals`, 'States.ALL stands alone, and last');
  }
}

function checkPauses(retrier: JsonFields, place: string): void {
  const least = { IntervalSeconds: 1, MaxAttempts: 0, BackoffRate: 1, MaxDelaySeconds: 1 };
  for (const [name, from] of Object.entries(least)) {
    const value = retrier[name];
    if (value === undefined) continue;
    const whole = name === 'BackoffRate' || Number.isInteger(value);
    if (typeof value !== 'number' || value < from || !whole)
      throw new StateMachineDefinitionError(place, `${name} is ${shown(value)}, expected a number from ${from}`);
  }
}
