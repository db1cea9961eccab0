import type { Workflow } from './definition.ts';
import { happened } from './history.ts';
import type { Json } from './json.ts';
import type { Frame } from './run.ts';
import { runState } from './run-state.ts';
import { StateError } from './state-error.ts';
import { visitOf } from './visit.ts';

/** Goes from state to state until one ends, and answers with its output. An error that no state catches is thrown. */
export async function runWorkflow(workflow: Workflow, input: Json, frame: Frame): Promise<Json> {
  let { variables } = frame;
  let next: string | null = workflow.StartAt;
  let value = input;
  while (next !== null) {
    frame.signal.throwIfAborted();
    const name: string = next;
    const state = workflow.States[name];
    if (!state) throw new StateError('States.Runtime', `there is no state ${name}`);

    happened(frame, `${state.Type}StateEntered`, name);
    const step = await runState(state, visitOf(name, value, { ...frame, variables }));
    happened(frame, `${state.Type}StateExited`, name);
    variables = { ...variables, ...step.assigned };
    value = step.output;
    next = step.next;
  }
  return value;
}
