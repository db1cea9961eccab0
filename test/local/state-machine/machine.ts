import { DateTime } from 'luxon';
import { checkedDefinition } from '../../../local/state-machine/check-definition.ts';
import type { HistoryEvent } from '../../../local/state-machine/history.ts';
import type { Json, JsonFields } from '../../../local/state-machine/json.ts';
import type { TaskRunner } from '../../../local/state-machine/run.ts';
import type { Surroundings } from '../../../local/state-machine/run-state-machine.ts';
import { runStateMachine } from '../../../local/state-machine/run-state-machine.ts';

export interface Trial extends Partial<Surroundings> {
  readonly input?: Json;
  /** Fields of the machine beside its states. */
  readonly machine?: JsonFields;
}

export const at = '2026-11-20T09:00:00.000Z';

/** A machine of JSONata states; the first is where it starts. */
export function aMachine(states: JsonFields, more: JsonFields = {}) {
  const [StartAt = ''] = Object.keys(states);
  return checkedDefinition({ QueryLanguage: 'JSONata', StartAt, States: states, ...more });
}

/** Runs states on a clock that stands still, and tells how it ended, what was waited for, and what happened. */
export async function ran(states: JsonFields, { input = null, machine, ...around }: Trial = {}) {
  const waits: number[] = [];
  const events: HistoryEvent[] = [];
  let ids = 0;
  const execution = await runStateMachine(aMachine(states, machine), input, {
    tasks: {},
    now: () => DateTime.fromISO(at, { zone: 'utc' }),
    sleep: (milliseconds) => Promise.resolve(waits.push(milliseconds / 1000)),
    newId: () => `id-${(ids += 1)}`,
    random: () => 0.5,
    onEvent: (event) => events.push(event),
    ...around,
  });
  return { ...execution, waits, events };
}

/** The output of one Pass state: what an expression answers. */
export async function valueOf(template: Json, input: Json = null): Promise<Json> {
  const execution = await ran({ Answer: { Type: 'Pass', Output: template, End: true } }, { input });
  if (execution.status === 'SUCCEEDED') return execution.output;
  throw new Error(`${execution.error}: ${execution.cause}`);
}

export const work = 'arn:aws:states:::work';

/** A task whose answers come one after the other; an error among them is thrown. The last one is repeated. */
export function answering(...answers: readonly (Json | Error)[]): TaskRunner & { readonly asked: Json[] } {
  const asked: Json[] = [];
  const runner: TaskRunner = (argument) => {
    asked.push(argument);
    const answer = answers[Math.min(asked.length, answers.length) - 1];
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  return Object.assign(runner, { asked });
}

export function failure(name: string, message = 'as told'): Error {
  return Object.assign(new Error(message), { name });
}
