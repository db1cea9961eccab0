import type { Configuration } from './configuration.ts';
import { teamNamed } from './configuration.ts';

/** What somebody may do to a migration, or start. */
export const permittedActions = ['acknowledge', 'snooze', 'owner', 'replace', 'waive', 'compare', 'custom'] as const;
export type PermittedAction = (typeof permittedActions)[number];

/** Who may: everybody in the workspace, those whose migration it is, or a user group by its id (`S…`). */
export type Permitted = 'anyone' | 'owners' | `S${string}`;

/** `slack` in `sundial.yml`. */
export interface SlackSettings {
  /** Where messages go whose own channel cannot be reached; `null` is the default team's. */
  readonly defaultChannel: string | null;
  readonly permissions: Readonly<Record<PermittedAction, Permitted>>;
}

export const defaultSlackSettings: SlackSettings = {
  defaultChannel: null,
  permissions: {
    acknowledge: 'anyone',
    snooze: 'anyone',
    owner: 'owners',
    replace: 'owners',
    waive: 'owners',
    compare: 'anyone',
    custom: 'owners',
  },
};

/** Where a message goes whose own channel cannot be reached. */
export function defaultChannel(configuration: Configuration): string {
  return configuration.slack.defaultChannel ?? teamNamed(configuration.defaultTeam, configuration).channel;
}

/** What the app must be allowed in a workspace: the bot scopes of slack-manifest.yml. */
export const botScopes = [
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'usergroups:read',
] as const;
