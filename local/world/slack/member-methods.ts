import type { KnownBlock } from '@slack/types';
import type { Json } from '../call.ts';
import type { Asked } from './asked.ts';
import { ok, refused, textOf } from './asked.ts';
import { blockRefusal } from './block-refusal.ts';
import type { Desk } from './desk.ts';
import { isInhabitant, userGroups } from './people.ts';

/** Who is where, and what only one person sees. Everybody is in every channel. */
export function memberMethods({ answers, channels }: Desk) {
  return {
    'users.conversations': (asked: Asked) => {
      if (!isInhabitant(textOf(asked, 'user'))) return refused('user_not_found');
      const open = channels.all().filter((id) => !channels.isArchived(id));
      return ok({
        channels: open.map((id): Json => ({ id, name: channels.nameOf(id) ?? id })),
        response_metadata: { next_cursor: '' },
      });
    },
    'usergroups.users.list': (asked: Asked) => {
      const members = userGroups.get(textOf(asked, 'usergroup'));
      return members ? ok({ users: members }) : refused('no_such_subteam');
    },
    'chat.postEphemeral': (asked: Asked) => {
      const refusal = blockRefusal(textOf(asked, 'text'), asked['blocks']);
      if (refusal) return refusal;
      const user = textOf(asked, 'user');
      if (!isInhabitant(user)) return refused('user_not_in_channel');
      const blocks = (asked['blocks'] ?? []) as unknown as readonly KnownBlock[];
      const { id } = answers.put(user, textOf(asked, 'channel'), { text: textOf(asked, 'text'), blocks });
      return ok({ message_ts: id });
    },
  };
}
