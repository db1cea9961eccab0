import jsonata from 'jsonata';
import type { DateTime } from 'luxon';
import type { Template } from './definition.ts';
import type { Chance } from './expression-functions.ts';
import { expressionFunctions } from './expression-functions.ts';
import type { Json, JsonFields } from './json.ts';
import { isFields } from './json.ts';
import { StateError } from './state-error.ts';

/** What an expression sees: variables by their names, and `$states`. */
export type Bindings = Readonly<Record<string, Json>>;

/** The values of templates. https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html */
export interface Evaluator {
  readonly value: (template: Template, bindings: Bindings, field: string) => Promise<Json>;
  readonly fields: (template: JsonFields, bindings: Bindings, field: string) => Promise<JsonFields>;
}

export function expressionIn(text: string): string | null {
  return text.startsWith('{%') && text.endsWith('%}') ? text.slice(2, -2).trim() : null;
}

/** Parsed now, so that a slip in a definition is found before anything runs. */
export function compiled(expression: string): jsonata.Expression {
  return jsonata(expression);
}

export function evaluator({ now, ...chance }: Chance & { readonly now: () => DateTime }): Evaluator {
  const functions = expressionFunctions(chance);
  const known = new Map<string, jsonata.Expression>();

  async function answer(expression: string, bindings: Bindings, field: string): Promise<Json> {
    const ready = known.get(expression) ?? compiled(expression);
    known.set(expression, ready);
    const millis = () => now().toMillis();
    const clock = { millis, now: (picture?: string, zone?: string) => written(millis(), picture, zone) };
    try {
      const found: unknown = await ready.evaluate(undefined, { ...functions, ...clock, ...bindings });
      // A result may be one of JSONata's own arrays or a function; JSON is what travels on.
      const text = JSON.stringify(found) as string | undefined;
      if (text !== undefined) return JSON.parse(text) as Json;
    } catch (fault) {
      throw new StateError('States.QueryEvaluationError', `${field}: ${messageOf(fault)} in ${expression}`, {
        cause: fault,
      });
    }
    throw new StateError('States.QueryEvaluationError', `${field}: ${expression} has no value`);
  }

  async function value(template: Template, bindings: Bindings, field: string): Promise<Json> {
    if (typeof template === 'string') {
      const expression = expressionIn(template);
      return expression === null ? template : answer(expression, bindings, field);
    }
    if (isFields(template)) return fields(template, bindings, field);
    if (!Array.isArray(template)) return template;
    const items: Json[] = [];
    for (const [n, item] of (template as readonly Template[]).entries())
      items.push(await value(item, bindings, `${field}[${n}]`));
    return items;
  }

  async function fields(template: JsonFields, bindings: Bindings, field: string): Promise<JsonFields> {
    const found: Record<string, Json> = {};
    for (const [name, item] of Object.entries(template)) found[name] = await value(item, bindings, `${field}.${name}`);
    return found;
  }

  return { value, fields };
}

/** `$now()`, of the clock that was given. */
function written(millis: number, picture: string | undefined, zone: string | undefined): Promise<string> {
  const bindings = { millis, ...(picture === undefined ? {} : { picture }), ...(zone === undefined ? {} : { zone }) };
  return compiled('$fromMillis($millis, $picture, $zone)').evaluate(undefined, bindings) as Promise<string>;
}

function messageOf(fault: unknown): string {
  return String((fault as { readonly message?: unknown } | null)?.message ?? fault);
}
