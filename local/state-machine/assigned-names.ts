import type { JsonFields } from './json.ts';
import { isFields, objectsIn } from './json.ts';

/**
 * The variables that the states of one scope assign, those of branches and item processors aside. An inner scope may read an
 * outer variable and may not have one of its name.
 * https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html
 */
export function namesAssignedIn(states: JsonFields): readonly string[] {
  const assigned = Object.values(states)
    .filter(isFields)
    .flatMap((state) => [state, ...objectsIn(state['Choices']), ...objectsIn(state['Catch'])])
    .flatMap(({ Assign }) => (isFields(Assign) ? Object.keys(Assign) : []));
  return [...new Set(assigned)];
}
