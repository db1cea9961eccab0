import type { Message } from '../../templates/message.ts';

type Element = { text?: { text: string } | string; url?: string };

/** What a reader sees of a message, a line each: headings, sections and buttons. */
export function wordsOf({ blocks }: Message): string {
  return blocks
    .flatMap((block) => [block as Element, ...('elements' in block ? (block.elements as Element[]) : [])])
    .map(({ text }) => (typeof text === 'object' ? text.text : text))
    .filter((text) => text !== undefined)
    .join('\n');
}
