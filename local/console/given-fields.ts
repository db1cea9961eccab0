import type { InputBlock, ModalView } from '@slack/types';
import { inputName } from '../../templates/console/slack-input.ts';
import type { Held } from '../../templates/console/slack-seat.ts';
import { textIn } from './form-body.ts';
import type { Given, GivenFile } from '../slack-person/slack-person.ts';

/** What stands in the inputs of a form. A file that was given before stays: a page cannot send it again. */
export async function givenFields(view: ModalView, form: FormData, before: Given): Promise<Given> {
  const given: Record<string, Given[string]> = {};
  for (const { block_id: blockId = '', element } of inputsOf(view)) {
    const name = inputName(blockId);
    if (element.type === 'file_input') given[blockId] = (await fileOf(form.get(name))) ?? keptFile(before[blockId]);
    else if (element.type === 'checkboxes')
      given[blockId] = form.getAll(name).filter((value) => typeof value === 'string');
    else given[blockId] = textIn(form, name).replaceAll('\r\n', '\n') || null;
  }
  return given;
}

/** As the page shows it again. */
export function heldFields(given: Given): Held {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, isFile(value) ? value.name : value]));
}

function inputsOf({ blocks }: ModalView): InputBlock[] {
  return blocks.filter((block): block is InputBlock => block.type === 'input');
}

async function fileOf(value: ReturnType<FormData['get']>): Promise<GivenFile | null> {
  if (value === null || typeof value === 'string' || value.size === 0) return null;
  return { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) };
}

function keptFile(value: Given[string] | undefined): GivenFile | null {
  return isFile(value) ? value : null;
}

function isFile(value: Given[string] | undefined): value is GivenFile {
  return typeof value === 'object' && value !== null && 'bytes' in value;
}
