import { checkExpressions, fieldsAt, listAt, refuseOtherLanguages, refuseUnknown, textAt } from './check-fields.ts';
import { checkParts } from './check-parts.ts';
import { StateMachineDefinitionError } from './definition-error.ts';
import type { StateMachine } from './definition.ts';
import type { Json, JsonFields } from './json.ts';
import {
  branchFields,
  distributedFields,
  machineFields,
  partFields,
  processorFields,
  stateFields,
} from './known-fields.ts';
import { namesAssignedIn } from './assigned-names.ts';

/**
 * A state machine of which every field is understood. Anything else is an error that names the state and the field.
 * https://states-language.net/spec.html
 */
export function checkedDefinition(definition: Json): StateMachine {
  const machine = fieldsAt(definition, '');
  refuseOtherLanguages(machine['QueryLanguage'], '');
  refuseUnknown(machine, machineFields, '');
  checkWorkflow(machine, '', []);
  return machine as unknown as StateMachine;
}

function checkWorkflow(workflow: JsonFields, place: string, outer: readonly string[]): void {
  const states = fieldsAt(workflow['States'], place === '' ? 'States' : `${place}.States`);
  target(states, workflow['StartAt'], place === '' ? 'StartAt' : `${place}.StartAt`);
  const own = namesAssignedIn(states);
  for (const name of own)
    if (name === 'states' || outer.includes(name))
      throw new StateMachineDefinitionError(place, `the variable ${name} is taken, and cannot be assigned here`);
  for (const [name, state] of Object.entries(states))
    checkState(fieldsAt(state, name), name, states, [...outer, ...own]);
}

function checkState(state: JsonFields, name: string, states: JsonFields, variables: readonly string[]): void {
  const type = textAt(state['Type'], `${name}.Type`);
  const known = stateFields[type];
  if (!known) throw new StateMachineDefinitionError(name, `the state type ${type} is not understood`);
  if (state['QueryLanguage'] !== undefined) refuseOtherLanguages(state['QueryLanguage'], name);
  const more = type === 'Map' ? distributedFields : [];
  refuseUnknown(state, ['Type', 'QueryLanguage', ...known, ...more], name);
  checkParts(state, name);
  checkTransitions(state, name, states);

  const { Branches, ItemProcessor, ...rest } = state;
  checkExpressions(rest, name);
  if (type === 'Task') textAt(state['Resource'], `${name}.Resource`);
  if (type === 'Wait' && (state['Seconds'] === undefined) === (state['Timestamp'] === undefined))
    throw new StateMachineDefinitionError(name, 'expected either Seconds or Timestamp');
  if (type === 'Parallel')
    for (const [n, branch] of listAt(Branches, `${name}.Branches`).entries()) {
      refuseUnknown(branch, branchFields, `${name}.Branches[${n}]`);
      checkWorkflow(branch, `${name}.Branches[${n}]`, variables);
    }
  if (type === 'Map') checkMap(state, fieldsAt(ItemProcessor, `${name}.ItemProcessor`), name, variables);
}

function checkMap(state: JsonFields, processor: JsonFields, name: string, variables: readonly string[]): void {
  const place = `${name}.ItemProcessor`;
  refuseUnknown(processor, processorFields, place);
  const config = fieldsAt(processor['ProcessorConfig'] ?? {}, `${place}.ProcessorConfig`);
  refuseUnknown(config, partFields['ProcessorConfig'] ?? [], `${place}.ProcessorConfig`);
  if (config['Mode'] !== 'DISTRIBUTED')
    for (const field of distributedFields)
      if (state[field] !== undefined)
        throw new StateMachineDefinitionError(name, `${field} needs the Mode DISTRIBUTED in its ProcessorConfig`);
  if (state['Items'] !== undefined && state['ItemReader'] !== undefined)
    throw new StateMachineDefinitionError(name, 'expected either Items or ItemReader');
  checkWorkflow(processor, place, variables);
}

function checkTransitions(state: JsonFields, name: string, states: JsonFields): void {
  const type = textAt(state['Type'], `${name}.Type`);
  const goesOn = !['Choice', 'Succeed', 'Fail'].includes(type);
  if (goesOn && (state['Next'] === undefined) === (state['End'] !== true))
    throw new StateMachineDefinitionError(name, 'expected either Next or End: true');
  if (state['Next'] !== undefined) target(states, state['Next'], `${name}.Next`);
  if (state['Default'] !== undefined) target(states, state['Default'], `${name}.Default`);
  for (const list of type === 'Choice' ? ['Choices'] : ['Catch'])
    if (state[list] !== undefined || list === 'Choices')
      for (const [n, part] of listAt(state[list], `${name}.${list}`).entries())
        target(states, part['Next'], `${name}.${list}[${n}].Next`);
}

function target(states: JsonFields, next: Json | undefined, place: string): void {
  const name = textAt(next, place);
  if (!Object.hasOwn(states, name)) throw new StateMachineDefinitionError(place, `there is no state ${name} beside it`);
}
