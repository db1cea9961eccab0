import { elementProblems, pictureProblems } from './element-problems.ts';
import type { Loose } from './text-problems.ts';
import { atMost, duplicates, given, identifier, plainText, textObject, textProblems } from './text-problems.ts';

const limits = {
  sectionText: 3_000,
  fields: 10,
  fieldText: 2_000,
  headerText: 150,
  contextElements: 10,
  actions: 25,
  label: 2_000,
  hint: 2_000,
  altText: 2_000,
  pictureTitle: 2_000,
} as const;

export function blockListProblems(blocks: readonly Loose[]): string[] {
  return [
    ...blocks.flatMap((block, index) => problemsOf(block, `blocks[${index}]`)),
    ...duplicates(blocks.map((block) => block['block_id'])),
  ];
}

function problemsOf(block: Loose, at: string): string[] {
  const own = identifier(block['block_id'], `${at}.block_id`);
  switch (block['type']) {
    case 'header':
      return [...own, ...plainText(block['text'], `${at}.text`, limits.headerText)];
    case 'section':
      return [...own, ...sectionProblems(block, at)];
    case 'context':
      return [...own, ...elements(block, at, limits.contextElements, contextElement)];
    case 'actions':
      return [
        ...own,
        ...elements(block, at, limits.actions, (element, where) => elementProblems(element, where, 'actions')),
      ];
    case 'input':
      return [...own, ...inputProblems(block, at)];
    case 'image':
      return [
        ...own,
        ...pictureProblems(block, at),
        ...given(block['title'], (title) => plainText(title, `${at}.title`, limits.pictureTitle)),
      ];
    case 'divider':
      return own;
    default:
      return [...own, `${at}: a block of type ${String(block['type'])} is not checked, so not sent`];
  }
}

function sectionProblems(block: Loose, at: string): string[] {
  const { text, fields, accessory } = block;
  const listed = Array.isArray(fields) ? fields : [];
  return [
    ...(text === undefined && listed.length === 0 ? [`${at}: neither text nor fields`] : []),
    ...given(text, () => textObject(text, `${at}.text`, limits.sectionText)),
    ...(fields !== undefined && listed.length === 0 ? [`${at}.fields: empty`] : []),
    ...atMost(`${at}.fields`, listed.length, limits.fields, 'fields'),
    ...listed.flatMap((field, index) => textObject(field, `${at}.fields[${index}]`, limits.fieldText)),
    ...given(accessory, () => elementProblems(accessory as Loose, `${at}.accessory`, 'accessory')),
  ];
}

function inputProblems({ label, hint, element }: Loose, at: string): string[] {
  return [
    ...plainText(label, `${at}.label`, limits.label),
    ...given(hint, () => plainText(hint, `${at}.hint`, limits.hint)),
    ...elementProblems((element ?? {}) as Loose, `${at}.element`, 'input'),
  ];
}

function elements(block: Loose, at: string, most: number, check: (element: Loose, at: string) => string[]): string[] {
  const listed = Array.isArray(block['elements']) ? (block['elements'] as Loose[]) : [];
  return [
    ...(listed.length === 0 ? [`${at}.elements: empty`] : []),
    ...atMost(`${at}.elements`, listed.length, most, 'elements'),
    ...listed.flatMap((element, index) => check(element, `${at}.elements[${index}]`)),
    ...duplicates(listed.map((element) => element['action_id'])),
  ];
}

function contextElement(element: Loose, at: string): string[] {
  return element['type'] === 'image'
    ? textProblems(`${at}.alt_text`, element['alt_text'], limits.altText)
    : textObject(element, at, limits.sectionText);
}
