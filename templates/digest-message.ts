import { bindsFirst } from '../domain/binds-first.ts';
import type { Situation } from '../domain/situation.ts';
import { situationsMessage } from './answers/situations-message.ts';
import { context } from './blocks.ts';
import { spokenWords } from './markup.ts';
import type { Message } from './message.ts';
import { capitalised, counted } from './text.ts';
import { countdown } from './words-deadline.ts';

const nothing = 'Nothing: no team of this channel has anything to leave.';

/** All that a channel's teams must leave, what binds first on top, with what nobody has seen to. */
export function digestMessage(situations: readonly Situation[]): Message {
  const open = bindsFirst(situations.filter(({ migration }) => migration.status === 'open'));
  const message = situationsMessage('What this channel must leave', situations, nothing);
  const [next] = open;
  if (!next) return message;

  const unseen = open.filter(({ migration }) => migration.acknowledged === null && migration.owner === null).length;
  const unowned = open.filter(({ migration }) => migration.owner === null).length - unseen;
  const [first, ...rest] = message.blocks;
  const lead = [
    `${counted(open.length, 'model')} to leave`,
    ...(unseen > 0 ? [`${unseen} that nobody has acknowledged`] : []),
    ...(unowned > 0 ? [`${unowned} without an owner`] : []),
    `next: ${spokenWords.text(next.modelName)}, ${countdown(next)}`,
  ];
  const said = `${capitalised(lead.join(' · '))}.`;
  return { text: `${said} ${message.text}`, blocks: [...(first ? [first] : []), context([said]), ...rest] };
}
