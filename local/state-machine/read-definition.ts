import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { checkedDefinition } from './check-definition.ts';
import { StateMachineDefinitionError } from './definition-error.ts';
import type { StateMachine } from './definition.ts';
import type { Json } from './json.ts';

/** The definition that AWS runs too: state-machines/NAME.yml with its `DefinitionSubstitutions` filled in. */
export function readStateMachine(name: string, substitutions: Readonly<Record<string, string>>): StateMachine {
  const path = join(definitionsFolder(), `${name}.yml`);
  return stateMachineIn(readFileSync(path, 'utf8'), substitutions, path);
}

/** Throws `StateMachineDefinitionError`, with the file, the state and the field, for what is not understood whole. */
export function stateMachineIn(
  text: string,
  substitutions: Readonly<Record<string, string>>,
  path: string,
): StateMachine {
  try {
    return checkedDefinition(parse(substituted(text, substitutions)) as Json);
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw new StateMachineDefinitionError(path, problem, { cause });
  }
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachine.html */
function substituted(text: string, substitutions: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\$\{(?<name>\w+)\}/g, (_, name: string) => {
    const value = substitutions[name];
    if (value === undefined) throw new StateMachineDefinitionError('', `nothing is given for \${${name}}`);
    return value;
  });
}

/** Beside `local/` in the sources, beside `dist/` once bundled. */
function definitionsFolder(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder))
    if (existsSync(join(folder, 'state-machines'))) return join(folder, 'state-machines');
  throw new Error(`no state-machines folder above ${import.meta.dirname}`);
}
