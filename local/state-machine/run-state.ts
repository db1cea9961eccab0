import { runChoice } from './choice-state.ts';
import type { MapState, Parallel, State, Task } from './definition.ts';
import type { Json } from './json.ts';
import { runMap } from './map-state.ts';
import { runParallel } from './parallel-state.ts';
import { retried } from './retry.ts';
import { StateError } from './state-error.ts';
import { runTask } from './task-state.ts';
import type { Step, Visit } from './visit.ts';
import { leaving, valueIn } from './visit.ts';
import { waitIn } from './wait-state.ts';

/** https://docs.aws.amazon.com/step-functions/latest/dg/workflow-states.html */
export async function runState(state: State, visit: Visit): Promise<Step> {
  switch (state.Type) {
    case 'Task':
    case 'Parallel':
    case 'Map':
      return retried(state, visit, async (attempt) => {
        const result = await resultOf(state, attempt);
        return leaving(attempt, state, result, state.Next ?? null, { result });
      });
    case 'Choice':
      return runChoice(state, visit);
    case 'Wait':
      await waitIn(state, visit);
      return leaving(visit, state, visit.input, state.Next ?? null);
    case 'Pass':
      return leaving(visit, state, visit.input, state.Next ?? null);
    case 'Succeed':
      return leaving(visit, state, visit.input, null);
    case 'Fail': {
      const [error, cause] = [await textIn(visit, state.Error, 'Error'), await textIn(visit, state.Cause, 'Cause')];
      throw new StateError(error, cause);
    }
  }
}

function resultOf(state: Task | Parallel | MapState, visit: Visit): Promise<Json> {
  switch (state.Type) {
    case 'Task':
      return runTask(state, visit);
    case 'Parallel':
      return runParallel(state, visit);
    case 'Map':
      return runMap(state, visit);
  }
}

async function textIn(visit: Visit, template: string | undefined, field: string): Promise<string> {
  const value = await valueIn(visit, template ?? '', field);
  if (typeof value === 'string') return value;
  throw new StateError(
    'States.QueryEvaluationError',
    `${visit.name}.${field}: expected text, got ${JSON.stringify(value)}`,
  );
}
