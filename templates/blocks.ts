import type { ActionsBlock, ContextBlock, HeaderBlock, KnownBlock, SectionBlock } from '@slack/types';
import { clipped, counted, oneLine } from './text.ts';

/** Room for one section's text, under Slack's 3,000. */
const sectionRoom = 2_900;
/** Room for all blocks together, under the 13,200 characters of JSON that Slack takes. */
const wholeRoom = 12_800;

export function header(text: string): HeaderBlock {
  return { type: 'header', text: { type: 'plain_text', text: clipped(text, 150), emoji: false } };
}

/** A section of whole lines; lines that do not fit are counted, not cut. */
export function section(lines: readonly string[]): SectionBlock {
  return { type: 'section', text: { type: 'mrkdwn', text: fittingLines(lines) } };
}

export function titled(title: string, lines: readonly string[]): SectionBlock {
  return section([`*${title}*`, ...lines]);
}

export function context(lines: readonly string[]): ContextBlock {
  return { type: 'context', elements: [{ type: 'mrkdwn', text: fittingLines(lines) }] };
}

/** Opens a page; `null` where the address cannot stand on a button. */
export function linkButton(label: string, url: string, actionId: string): ActionsBlock | null {
  if (url.length > 2_000 || !/^https?:\/\/\S+$/.test(url)) return null;
  return {
    type: 'actions',
    elements: [
      {
        type: 'button',
        text: { type: 'plain_text', text: clipped(label, 75), emoji: false },
        url,
        action_id: actionId,
      },
    ],
  };
}

/** All blocks that fit into one message; of the others, the last of `optional` go first, and the message says so. */
export function fitting(
  first: readonly KnownBlock[],
  optional: readonly KnownBlock[],
  last: readonly KnownBlock[],
  whereTheRestIs: string,
): readonly KnownBlock[] {
  for (let kept = optional.length; kept > 0; kept -= 1) {
    const note = kept < optional.length ? [context([whereTheRestIs])] : [];
    const blocks = [...first, ...optional.slice(0, kept), ...note, ...last];
    if (JSON.stringify(blocks).length <= wholeRoom) return blocks;
  }
  return [...first, context([whereTheRestIs]), ...last];
}

function fittingLines(lines: readonly string[]): string {
  const kept: string[] = [];
  let length = 0;
  for (const [index, line] of lines.entries()) {
    length += line.length + 1;
    if (length > sectionRoom) return [...kept, `and ${counted(lines.length - index, 'more line')}`].join('\n');
    kept.push(line);
  }
  return kept.join('\n');
}

/** The plain words that notifications and screen readers get; Slack reads `&`, `<` and `>` in it as marks. */
export function spoken(sentences: readonly string[]): string {
  return clipped(
    sentences
      .filter((sentence) => sentence !== '')
      .map(oneLine)
      .join(' '),
    3_000,
  );
}
