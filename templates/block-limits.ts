import type { HomeView, ModalView } from '@slack/types';
import { blockListProblems } from './limits/block-problems.ts';
import type { Loose } from './limits/text-problems.ts';
import { atMost, given, identifier, plainText, textProblems } from './limits/text-problems.ts';
import type { Message } from './message.ts';

/** Slack's limits on the whole. That on a message's blocks is documented nowhere; Slack answers `msg_blocks_too_long` beyond it. */
const limits = {
  text: 40_000,
  blocks: 50,
  wholeBlocks: 13_200,
  viewBlocks: 100,
  wholeView: 250_000,
  viewTitle: 24,
  metadata: 3_000,
} as const;

/** Why Slack would refuse the message, in words; empty when it would not. Slack itself says only `invalid_blocks`. */
export function blockProblems({ text, blocks }: Message): readonly string[] {
  return [
    ...textProblems('text', text, limits.text),
    ...atMost('blocks', blocks.length, limits.blocks, 'blocks'),
    ...atMost('blocks', JSON.stringify(blocks).length, limits.wholeBlocks, 'characters of JSON'),
    ...blockListProblems(blocks as unknown as Loose[]),
  ];
}

/** Why Slack would refuse a modal or App Home. */
export function viewProblems(view: ModalView | HomeView): readonly string[] {
  const { blocks, callback_id, private_metadata, external_id } = view;
  return [
    ...(blocks.length === 0 ? ['blocks: empty'] : []),
    ...atMost('blocks', blocks.length, limits.viewBlocks, 'blocks'),
    ...atMost('view', Buffer.byteLength(JSON.stringify(view)), limits.wholeView, 'bytes of JSON'),
    ...identifier(callback_id, 'callback_id'),
    ...identifier(external_id, 'external_id'),
    ...given(private_metadata, (text) =>
      atMost('private_metadata', String(text).length, limits.metadata, 'characters'),
    ),
    ...(view.type === 'modal' ? frameProblems(view) : []),
    ...blockListProblems(blocks as unknown as Loose[]),
  ];
}

function frameProblems({ title, submit, close, blocks }: ModalView): string[] {
  const needsSubmit = submit === undefined && blocks.some(({ type }) => type === 'input');
  return [
    ...plainText(title, 'title', limits.viewTitle),
    ...given(submit, () => plainText(submit, 'submit', limits.viewTitle)),
    ...given(close, () => plainText(close, 'close', limits.viewTitle)),
    ...(needsSubmit ? ['submit: missing, and there is an input'] : []),
  ];
}
