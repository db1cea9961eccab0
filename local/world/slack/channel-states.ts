import type { Journal } from '../journal.ts';
import { channelId, isChannelId } from '../slack-ids.ts';

export type ChannelChange =
  | { readonly kind: 'archived' }
  | { readonly kind: 'unarchived' }
  | { readonly kind: 'botRemoved' }
  | { readonly kind: 'botInvited' }
  | { readonly kind: 'renamed'; readonly name: string };

/** What people did to channels. It outlives a restart. */
export interface ChannelStates {
  readonly change: (channel: string, change: ChannelChange) => void;
  /** The id of the channel that is called so now; `null` where none is. */
  readonly idOf: (nameOrId: string) => string | null;
  readonly nameOf: (id: string) => string | null;
  readonly isArchived: (id: string) => boolean;
  readonly isBotIn: (id: string) => boolean;
  /** Ids of all channels, archived ones too. */
  readonly all: () => readonly string[];
}

export function channelStates(names: readonly string[], journal: Journal): ChannelStates {
  const nameById = new Map(names.map((name) => [channelId(name), name]));
  const archived = new Set<string>();
  const botless = new Set<string>();

  const take = (id: string, change: ChannelChange): void => {
    switch (change.kind) {
      case 'archived':
        archived.add(id);
        return;
      case 'unarchived':
        archived.delete(id);
        return;
      case 'botRemoved':
        botless.add(id);
        return;
      case 'botInvited':
        botless.delete(id);
        return;
      case 'renamed':
        nameById.set(id, change.name);
    }
  };
  const idOf = (nameOrId: string): string | null => {
    const plain = nameOrId.replace(/^#/, '');
    if (isChannelId(plain)) return nameById.has(plain) ? plain : null;
    return [...nameById].find(([, name]) => name === plain)?.[0] ?? null;
  };
  for (const line of journal.lines) if (line.kind === 'channel') take(line.channel, line.change);

  return {
    change: (channel, change) => {
      const id = idOf(channel);
      if (id === null) throw new Error(`the simulated Slack has no channel ${channel}`);
      journal.append({ kind: 'channel', channel: id, change });
      take(id, change);
    },
    idOf,
    nameOf: (id) => nameById.get(id) ?? null,
    isArchived: (id) => archived.has(id),
    isBotIn: (id) => !botless.has(id),
    all: () => [...nameById.keys()],
  };
}
