import { StateMachineDefinitionError } from './definition-error.ts';
import type { State, Workflow } from './definition.ts';
import type { Run } from './run.ts';

/** Finds out before anything runs that something is missing to run it. */
export function checkResources(workflow: Workflow, run: Pick<Run, 'tasks' | 'tokens' | 'objects'>): void {
  for (const [name, state] of Object.entries(workflow.States)) {
    const missing = missingFor(state, run);
    if (missing !== null) throw new StateMachineDefinitionError(name, missing);
    if (state.Type === 'Parallel') for (const branch of state.Branches) checkResources(branch, run);
    if (state.Type === 'Map') checkResources(state.ItemProcessor, run);
  }
}

function missingFor(
  state: State,
  { tasks, tokens, objects }: Pick<Run, 'tasks' | 'tokens' | 'objects'>,
): string | null {
  if (state.Type === 'Task') {
    if (!tasks[state.Resource]) return `nothing here runs the resource ${state.Resource}`;
    if (state.Resource.endsWith('.waitForTaskToken') && !tokens) return 'nobody here keeps task tokens';
  }
  if (state.Type === 'Map' && !objects && (state.ItemReader ?? state.ResultWriter?.Resource) !== undefined)
    return 'there are no objects here to read items from or write results to';
  return null;
}
