import type { AtlassianNode } from '../../../templates/formats/atlassian-node.ts';

const block = ['paragraph', 'bulletList', 'orderedList', 'codeBlock', 'panel', 'rule', 'taskList'];
const top = [...block, 'heading', 'table', 'expand', 'blockquote'];
const inline = ['text', 'hardBreak'];

/**
 * What each node may hold, as Atlassian documents it node by node.
 * @see https://developer.atlassian.com/cloud/jira/platform/apis/document/structure
 * @see https://unpkg.com/@atlaskit/adf-schema@52.2.2/dist/json-schema/v1/full.json
 */
const children: Readonly<Record<string, readonly string[]>> = {
  doc: top,
  paragraph: inline,
  heading: inline,
  bulletList: ['listItem'],
  orderedList: ['listItem'],
  listItem: ['paragraph', 'bulletList', 'orderedList', 'codeBlock', 'taskList'],
  codeBlock: ['text'],
  panel: [...block, 'heading'],
  blockquote: ['paragraph', 'bulletList', 'orderedList'],
  expand: [...block, 'heading', 'table', 'blockquote'],
  taskList: ['taskItem'],
  taskItem: inline,
  table: ['tableRow'],
  tableRow: ['tableHeader', 'tableCell'],
  tableHeader: [...block, 'heading'],
  tableCell: [...block, 'heading'],
};
const leaves = ['text', 'hardBreak', 'rule'];
const neverEmpty = [
  'bulletList',
  'orderedList',
  'listItem',
  'taskList',
  'table',
  'tableRow',
  'tableHeader',
  'tableCell',
  'expand',
];
const marks = ['strong', 'em', 'code', 'link', 'strike', 'underline', 'subsup', 'textColor'];

/** Why Jira would answer `INVALID_INPUT`. */
export function adfProblems(node: AtlassianNode, at = 'doc'): readonly string[] {
  const { type, attrs = {}, content = [] } = node;
  const held = children[type];
  return [
    ...(held || leaves.includes(type) ? [] : [`${at}: no such node as ${type}`]),
    ...(neverEmpty.includes(type) && content.length === 0 ? [`${at}: ${type} is empty`] : []),
    ...(type === 'listItem' && !['paragraph', 'codeBlock'].includes(content[0]?.type ?? '')
      ? [`${at}: begins with no words`]
      : []),
    ...(type === 'heading' && !(Number(attrs['level']) >= 1 && Number(attrs['level']) <= 6) ? [`${at}: level`] : []),
    ...(type.startsWith('task') && typeof attrs['localId'] !== 'string' ? [`${at}: localId`] : []),
    ...(type === 'taskItem' && !['TODO', 'DONE'].includes(String(attrs['state'])) ? [`${at}: state`] : []),
    ...(type === 'text' ? textProblems(node, at) : []),
    ...content.flatMap((one, index) => [
      ...(held?.includes(one.type) === false ? [`${at}: ${type} holds no ${one.type}`] : []),
      ...adfProblems(one, `${at}.${index}`),
    ]),
  ];
}

function textProblems({ text, marks: given = [] }: AtlassianNode, at: string): readonly string[] {
  const types = given.map(({ type }) => type);
  return [
    ...(text ? [] : [`${at}: an empty text`]),
    ...types.filter((type) => !marks.includes(type)).map((type) => `${at}: no such mark as ${type}`),
    ...(types.includes('code') && types.some((type) => type !== 'code' && type !== 'link')
      ? [`${at}: code with ${types.join()}`]
      : []),
    ...given.flatMap(({ type, attrs }) =>
      type === 'link' && !/^https?:\/\//.test(String(attrs?.['href'])) ? [`${at}: link`] : [],
    ),
  ];
}
