import type { SectionBlock } from '@slack/types';
import { context, section, spoken } from '../blocks.ts';
import { mrkdwn, spokenWords } from '../markup.ts';
import type { Message } from '../message.ts';
import { clipped } from '../text.ts';

export interface Choice {
  /** As people call it. */
  readonly name: string;
  /** Its id, which tells it from the others. */
  readonly id: string;
  /** What follows `/sundial` when it is chosen. */
  readonly command: string;
}

/** Choices shown; whoever means another types its id. */
const mostChoices = 8;
/** What a button can carry. */
const longestCommand = 1_980;

/** Several things may be meant: a button for each. */
export function choiceMessage(question: string, choices: readonly Choice[]): Message {
  const shown = choices.filter(({ command }) => command.length <= longestCommand).slice(0, mostChoices);
  const left = choices.length - shown.length;
  return {
    text: spoken([question, ...shown.map(({ id }) => `${spokenWords.text(id)};`)]),
    blocks: [
      section([question]),
      ...shown.map(choiceBlock),
      ...(left > 0 ? [context([`and ${left}: type the id of the one you mean`])] : []),
    ],
  };
}

function choiceBlock({ name, id, command }: Choice): SectionBlock {
  return {
    ...section([`${mrkdwn.bold(name)} (${mrkdwn.code(id)})`]),
    accessory: {
      type: 'button',
      action_id: 'run-command',
      text: { type: 'plain_text', text: 'This one', emoji: false },
      accessibility_label: clipped(`Choose ${id}`, 75),
      value: command,
    },
  };
}

/** The same question, whose answer the channel may see. */
export function sharingChoices({ text, blocks }: Message): Message {
  return {
    text,
    blocks: blocks.map((block) =>
      block.type === 'section' && block.accessory?.type === 'button' && block.accessory.action_id === 'run-command'
        ? { ...block, accessory: { ...block.accessory, value: `${block.accessory.value ?? ''} --share` } }
        : block,
    ),
  };
}
