import type { InputBlock } from '@slack/types';
import { escaped, slug } from './html.ts';
import type { ControlMarks } from './slack-choice.ts';
import { groupControl, personControl, plainWords, selectControl } from './slack-choice.ts';
import { pressButton } from './slack-press.ts';
import type { Surface } from './slack-surface.ts';

/** The name under which the server finds what stands in an input. */
export function inputName(blockId: string): string {
  return `given:${blockId}`;
}

/** A labelled input with its hint, and what is wrong with what was put in. */
export function slackInput(block: InputBlock, surface: Surface): string {
  const { block_id: blockId = '', label, hint, optional, element, dispatch_action: tells } = block;
  const id = `${surface.scope}-${slug(blockId)}`;
  // Where nothing is sent, many forms may stand on one page: radio buttons of one name are one choice.
  const name = surface.controls.kind === 'live' ? inputName(blockId) : id;
  const problem = surface.errors[blockId];
  const [labelId, hintId, problemId] = [`${id}-label`, `${id}-hint`, `${id}-problem`];
  const described = [...(hint ? [hintId] : []), ...(problem === undefined ? [] : [problemId])].join(' ');
  const aria = [
    described === '' ? '' : ` aria-describedby="${described}"`,
    problem === undefined ? '' : ' aria-invalid="true"',
    optional || isGroup(block) ? '' : ' aria-required="true"',
  ].join('');
  const said = `${plainWords(label.text)}${optional ? ' <span class="quiet">(optional)</span>' : ''}`;
  const shown = control(block, { name, id, aria }, surface);
  const action = { actionId: element.action_id ?? '', blockId, from: name };
  const tell = tells ? pressButton(surface, action, { label: 'Show what follows' }) : '';

  return [
    isGroup(block)
      ? `<fieldset class="field" id="${id}-field"><legend id="${labelId}">${said}</legend>${shown}`
      : `<div class="field" id="${id}-field"><label id="${labelId}" for="${id}">${said}</label><div class="control">${shown}${tell}</div>`,
    problem === undefined ? '' : `<p class="problem" id="${problemId}"><b>Not yet right.</b> ${escaped(problem)}</p>`,
    hint ? `<p class="hint" id="${hintId}">${plainWords(hint.text)}</p>` : '',
    isGroup(block) ? '</fieldset>' : '</div>',
  ].join('');
}

function isGroup({ element }: InputBlock): boolean {
  return element.type === 'radio_buttons' || element.type === 'checkboxes';
}

function control({ element, block_id: blockId = '' }: InputBlock, marks: ControlMarks, surface: Surface): string {
  const held = surface.held[blockId];
  const text = typeof held === 'string' ? held : held === null ? '' : undefined;
  const attributes = `name="${escaped(marks.name)}" id="${marks.id}"${marks.aria}`;
  switch (element.type) {
    case 'plain_text_input': {
      const value = text ?? element.initial_value ?? '';
      const most = ` maxlength="${element.max_length ?? 3_000}"`;
      return element.multiline
        ? `<textarea ${attributes}${most} rows="3">\n${escaped(value)}</textarea>`
        : `<input type="text" ${attributes}${most} value="${escaped(value)}" autocomplete="off">`;
    }
    case 'number_input':
      return `<input type="number" ${attributes} step="${element.is_decimal_allowed ? 'any' : '1'}" min="${escaped(element.min_value ?? '')}" value="${escaped(text ?? element.initial_value ?? '')}">`;
    case 'datepicker':
      return `<input type="date" ${attributes} value="${escaped(text ?? element.initial_date ?? '')}">`;
    case 'users_select':
      return personControl(surface, marks, text ?? element.initial_user ?? '');
    case 'static_select':
      return selectControl(element, marks, text);
    case 'radio_buttons':
    case 'checkboxes':
      return groupControl(element, marks, held === undefined ? undefined : [held ?? []].flat(), surface);
    case 'file_input': {
      const accept = (element.filetypes ?? []).map((type) => `.${type}`).join(',');
      const kept = text ? `<p class="hint">${escaped(text)} is there already.</p>` : '';
      return `<input type="file" ${attributes} accept="${escaped(accept)}">${kept}`;
    }
    default:
      return `<p class="block-other">(an input of kind ${escaped(element.type)})</p>`;
  }
}
