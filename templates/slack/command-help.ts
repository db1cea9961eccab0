import type { CommandVerb } from '../../domain/command-verbs.ts';
import { commandVerbs } from '../../domain/command-verbs.ts';
import { mrkdwn } from '../markup.ts';
import { section } from '../blocks.ts';
import type { Message } from '../message.ts';

const sharing = 'Only you see the answer. Add `--share` to show it to the channel.';

/** Everything that can be typed after `/sundial`. */
export function commandHelp(): Message {
  const lines = commandVerbs.map(({ usage, meaning }) => `• \`/sundial ${usage}\` ${meaning}`);
  return {
    text: `What Sundial understands: ${commandVerbs.map(({ name }) => name).join(', ')}`,
    blocks: [section(['*What Sundial understands*', ...lines]), section([sharing])],
  };
}

/** One word, with an example to copy. */
export function verbHelp({ usage, meaning, example }: CommandVerb): Message {
  return {
    text: `/sundial ${usage}: ${meaning}`,
    blocks: [section([`\`/sundial ${usage}\``, meaning, `For example \`/sundial ${example}\``])],
  };
}

/** `typed` is not among the words; `meant` is the nearest that is. */
export function unknownVerb(typed: string, meant: CommandVerb | null): Message {
  const guess = meant ? ` Did you mean \`/sundial ${meant.example}\`?` : '';
  return {
    text: `Sundial does not know ${mrkdwn.text(typed)}`,
    blocks: [section([`Sundial does not know ${mrkdwn.code(typed)}.${guess}`, 'All words: `/sundial help`'])],
  };
}
