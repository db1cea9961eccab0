import { StateMachineDefinitionError } from './definition-error.ts';
import { compiled, expressionIn } from './expression.ts';
import type { Json, JsonFields } from './json.ts';
import { isFields, shown } from './json.ts';
import { jsonPathFields, words } from './known-fields.ts';

export function fieldsAt(value: Json | undefined, place: string): JsonFields {
  if (isFields(value)) return value;
  throw new StateMachineDefinitionError(place, 'expected an object');
}

export function listAt(value: Json | undefined, place: string): readonly JsonFields[] {
  if (!Array.isArray(value) || value.length === 0)
    throw new StateMachineDefinitionError(place, 'expected a list with something in it');
  return (value as readonly Json[]).map((item, n) => fieldsAt(item, `${place}[${n}]`));
}

export function textAt(value: Json | undefined, place: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new StateMachineDefinitionError(place, 'expected text');
}

/** Refuses every field that nobody would read, so that none is ignored in silence. */
export function refuseUnknown(fields: JsonFields, known: readonly string[], place: string): void {
  for (const name of Object.keys(fields)) {
    if (known.includes(name) || name === 'Comment') continue;
    const why = jsonPathFields.includes(name) ? 'belongs to JSONPath; only JSONata is understood' : 'is not understood';
    throw new StateMachineDefinitionError(place, `${name} ${why}`);
  }
  for (const [name, allowed] of Object.entries(words)) {
    const word = fields[name];
    if (word !== undefined && known.includes(name) && !allowed.includes(shown(word)))
      throw new StateMachineDefinitionError(place, `${name} is ${shown(word)}, expected ${allowed.join(' or ')}`);
  }
}

export function refuseOtherLanguages(language: Json | undefined, place: string): void {
  if (language !== 'JSONata')
    throw new StateMachineDefinitionError(place, `QueryLanguage is ${shown(language ?? 'JSONPath')}, expected JSONata`);
}

/** Compiles every expression in a value, and refuses JSONPath's `"name.$"`. */
export function checkExpressions(value: Json, place: string): void {
  if (typeof value === 'string') checkText(value, place);
  else if (isFields(value)) {
    for (const [name, item] of Object.entries(value)) {
      if (name.endsWith('.$')) throw new StateMachineDefinitionError(place, `${name} belongs to JSONPath`);
      checkExpressions(item, `${place}.${name}`);
    }
  } else if (Array.isArray(value)) {
    for (const [n, item] of (value as readonly Json[]).entries()) checkExpressions(item, `${place}[${n}]`);
  }
}

function checkText(text: string, place: string): void {
  const expression = expressionIn(text);
  if (expression === null && /^\s*\{%|%\}\s*$/.test(text))
    throw new StateMachineDefinitionError(
      place,
      'an expression begins with {% and ends with %}, and nothing is around it',
    );
  if (expression === null) return;
  try {
    compiled(expression);
  } catch (cause) {
    const { message } = cause as { readonly message: string };
    throw new StateMachineDefinitionError(place, `${message} in ${expression}`, { cause });
  }
}
