import { section, spoken } from '../blocks.ts';
import { spokenWords } from '../markup.ts';
import type { Message } from '../message.ts';

/** Lines of mrkdwn as a message; marks of emphasis are left out where it is read aloud. */
export function plainAnswer(lines: readonly [string, ...string[]]): Message {
  return { text: spoken(lines.map((line) => line.replaceAll(/[*`]/g, ''))), blocks: [section(lines)] };
}

/** What somebody typed and nobody can answer, with how to say it. */
export function unclearAnswer(why: string, usage: string): Message {
  return plainAnswer([spokenWords.text(why), `Usage: \`/sundial ${spokenWords.text(usage)}\``]);
}
