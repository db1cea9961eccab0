import type { Amount, Result, Template } from './definition.ts';
import type { Json, JsonFields } from './json.ts';
import type { Frame } from './run.ts';
import { instant } from './run.ts';
import { fitting, StateError } from './state-error.ts';

/** One visit of a state, from its input to where it leads. */
export interface Visit {
  readonly name: string;
  readonly input: Json;
  readonly frame: Frame;
  /** `$states.context`. https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html */
  readonly context: JsonFields;
}

/** Where a visit leads, and what it leaves behind. */
export interface Step {
  readonly output: Json;
  readonly assigned: JsonFields;
  /** `null` at the end. */
  readonly next: string | null;
}

export function visitOf(name: string, input: Json, frame: Frame): Visit {
  const { run, execution, map } = frame;
  const State = { Name: name, EnteredTime: instant(run.now), RetryCount: 0 };
  const context = { Execution: execution, State, StateMachine: run.machine, ...(map === null ? {} : { Map: map }) };
  return { name, input, frame, context };
}

/** The value of a template in a field of the state, with `$states.result` or `$states.errorOutput` where there is one. */
export function valueIn(visit: Visit, template: Template, field: string, more: JsonFields = {}): Promise<Json> {
  return visit.frame.run.values.value(template, bindingsOf(visit, more), `${visit.name}.${field}`);
}

function bindingsOf({ input, context, frame }: Visit, more: JsonFields): JsonFields {
  return { ...frame.variables, states: { input, context, ...more } };
}

/** A number from `least`, written or computed. */
export async function amountIn(visit: Visit, amount: Amount, field: string, least: number): Promise<number> {
  const value = await valueIn(visit, amount, field);
  if (typeof value === 'number' && value >= least) return value;
  const got = JSON.stringify(value);
  throw new StateError(
    'States.QueryEvaluationError',
    `${visit.name}.${field}: expected a number from ${least}, got ${got}`,
  );
}

/**
 * Output and variables, both computed from what was there before either.
 * https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html
 */
export async function leaving(
  visit: Visit,
  { Output, Assign }: Result,
  otherwise: Json,
  next: string | null,
  more: JsonFields = {},
): Promise<Step> {
  const { run } = visit.frame;
  const output = Output === undefined ? otherwise : await valueIn(visit, Output, 'Output', more);
  const assigned =
    Assign === undefined ? {} : await run.values.fields(Assign, bindingsOf(visit, more), `${visit.name}.Assign`);
  return {
    output: fitting(output, `the output of ${visit.name}`),
    assigned: fitting(assigned, `${visit.name}.Assign`),
    next,
  };
}
