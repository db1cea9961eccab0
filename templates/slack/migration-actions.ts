import type { Button, KnownBlock, PlainTextOption } from '@slack/types';
import type { ButtonName, FormName } from '../../domain/slack-request.ts';
import type { Situation } from '../../domain/situation.ts';
import { context, linkButton } from '../blocks.ts';
import { clipped } from '../text.ts';

/** What a row of buttons is known by begins with this, and a migration's id follows. */
const prefix = 'migration:';
const longestId = 255;

const more = [
  ['owner', 'Name the owner'],
  ['replace', 'Choose a replacement'],
  ['waive', 'Private arrangement'],
  ['watch', 'Watch'],
  ['timeline', 'Timeline'],
] as const satisfies readonly (readonly [FormName | ButtonName | 'timeline', string])[];

/** What a person can do about a migration, wherever it is shown. Where its id is too long to travel, only the link is left. */
export function migrationActions({ migration, modelName }: Situation): KnownBlock {
  const { id, ticket } = migration;
  const blockId = `${prefix}${id}`;
  const link = ticket && linkButton(`Open ${ticket.key}`, ticket.url, 'open-ticket');
  if (blockId.length > longestId)
    return link ?? context(['The id of this migration is too long for buttons: act on it with `/sundial`.']);

  return {
    type: 'actions',
    block_id: blockId,
    elements: [
      button('acknowledge', 'Acknowledge', modelName),
      button('compare', 'Compare', modelName),
      button('snooze', 'Snooze', modelName),
      ...(link?.elements ?? []),
      { type: 'overflow', action_id: 'more', options: more.map(option) },
    ],
  };
}

/** Screen readers hear which model it is about: a page may have many such rows. */
function button(name: FormName | ButtonName, label: string, modelName: string): Button {
  return {
    type: 'button',
    action_id: name,
    text: { type: 'plain_text', text: label, emoji: false },
    accessibility_label: clipped(`${label} ${modelName}`, 75),
  };
}

function option([value, label]: (typeof more)[number]): PlainTextOption {
  return { text: { type: 'plain_text', text: label, emoji: false }, value };
}
