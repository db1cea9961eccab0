import type { Message } from './message.ts';

/** Slack's limits on one message. The last is documented nowhere; Slack answers `msg_blocks_too_long` beyond it. */
const limits = {
  text: 40_000,
  blocks: 50,
  sectionText: 3_000,
  fields: 10,
  fieldText: 2_000,
  headerText: 150,
  contextElements: 10,
  actions: 25,
  buttonText: 75,
  buttonValue: 2_000,
  url: 3_000,
  id: 255,
  altText: 2_000,
  wholeBlocks: 13_200,
} as const;

type Loose = Readonly<Record<string, unknown>>;

/** Why Slack would refuse the message, in words; empty when it would not. Slack itself says only `invalid_blocks`. */
export function blockProblems({ text, blocks }: Message): readonly string[] {
  const loose = blocks.map((block) => block as unknown as Loose);
  return [
    ...textProblems('text', text, limits.text),
    ...atMost('blocks', blocks.length, limits.blocks, 'blocks'),
    ...atMost('blocks', JSON.stringify(blocks).length, limits.wholeBlocks, 'characters of JSON'),
    ...loose.flatMap((block, index) => problemsOf(block, `blocks[${index}]`)),
    ...duplicates(loose.map((block) => block['block_id'])),
  ];
}

function problemsOf(block: Loose, at: string): string[] {
  const own = [...identifier(block['block_id'], `${at}.block_id`)];
  switch (block['type']) {
    case 'header':
      return [...own, ...textObject(block['text'], `${at}.text`, limits.headerText, 'plain_text')];
    case 'section':
      return [...own, ...sectionProblems(block, at)];
    case 'context':
      return [...own, ...elements(block, at, limits.contextElements, contextElement)];
    case 'actions':
      return [...own, ...elements(block, at, limits.actions, button)];
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
    ...(text === undefined ? [] : textObject(text, `${at}.text`, limits.sectionText)),
    ...(fields !== undefined && listed.length === 0 ? [`${at}.fields: empty`] : []),
    ...atMost(`${at}.fields`, listed.length, limits.fields, 'fields'),
    ...listed.flatMap((field, index) => textObject(field, `${at}.fields[${index}]`, limits.fieldText)),
    ...(accessory === undefined ? [] : button(accessory as Loose, `${at}.accessory`)),
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

function button(element: Loose, at: string): string[] {
  if (element['type'] !== 'button') return [];
  const { url, value } = element;
  return [
    ...textObject(element['text'], `${at}.text`, limits.buttonText, 'plain_text'),
    ...(url === undefined ? [] : textProblems(`${at}.url`, url, limits.url)),
    ...(value === undefined ? [] : textProblems(`${at}.value`, value, limits.buttonValue)),
    ...identifier(element['action_id'], `${at}.action_id`),
  ];
}

function textObject(object: unknown, at: string, most: number, only?: 'plain_text'): string[] {
  const { type, text } = (object ?? {}) as Loose;
  const kinds: readonly unknown[] = only ? [only] : ['plain_text', 'mrkdwn'];
  return [...(kinds.includes(type) ? [] : [`${at}: not ${kinds.join(' or ')}`]), ...textProblems(at, text, most)];
}

function textProblems(at: string, text: unknown, most: number): string[] {
  if (typeof text !== 'string' || text.trim() === '') return [`${at}: empty`];
  return atMost(at, text.length, most, 'characters');
}

function identifier(id: unknown, at: string): string[] {
  return id === undefined ? [] : textProblems(at, id, limits.id);
}

function atMost(at: string, count: number, most: number, what: string): string[] {
  return count > most ? [`${at}: ${count} ${what}, at most ${most}`] : [];
}

function duplicates(ids: readonly unknown[]): string[] {
  const given = ids.filter((id) => typeof id === 'string');
  return [...new Set(given.filter((id, index) => given.indexOf(id) !== index))].map(
    (id) => `${id}: an id that is used twice`,
  );
}
