import type { ModalView } from '@slack/types';
import type { Files } from '../world/slack/files.ts';
import type { Filled } from './element-state.ts';
import { elementState, isEmpty } from './element-state.ts';
import { elementsIn } from './elements.ts';
import type { Given, GivenFile } from './slack-person.ts';

export interface FormState {
  /** Block, then element, then what stands in it. */
  readonly values: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Fields that Slack itself asks to be filled before it sends the form. */
  readonly missing: readonly string[];
}

/** What stands in a form once somebody has filled it. Files are uploaded by then. */
export function formState({ blocks }: Pick<ModalView, 'blocks'>, given: Given, files: Files): FormState {
  const fields = elementsIn(blocks).filter(({ element }) => element.type !== 'button' && element.type !== 'overflow');
  const states = fields.map(({ blockId, element, optional }) => {
    const state = elementState(element, filled(given[blockId], files));
    return { blockId, actionId: element.action_id ?? '', optional, state };
  });
  return {
    values: Object.fromEntries(states.map(({ blockId, actionId, state }) => [blockId, { [actionId]: state }])),
    missing: states.filter(({ optional, state }) => !optional && isEmpty(state)).map(({ blockId }) => blockId),
  };
}

function filled(given: Given[string] | undefined, files: Files): Filled {
  if (given === undefined || given === null || typeof given === 'string') return given;
  if (!isFile(given)) return given;
  const { id, name } = files.keep(given.name, given.bytes);
  return [{ id, name }];
}

function isFile(given: readonly string[] | GivenFile): given is GivenFile {
  return 'bytes' in given;
}
