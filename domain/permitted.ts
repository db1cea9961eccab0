import type { PermittedAction, SlackSettings } from './slack-settings.ts';
import type { Situation } from './situation.ts';

/** Who may do a thing: everybody, these people, or those in these user groups. */
export type Allowed =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'some'; readonly people: readonly string[]; readonly groups: readonly string[] };

/**
 * Owners are the person who leads the migration and the on-call of its team. Where nobody is either, nobody could ever be named:
 * then everybody may.
 */
export function allowed(
  action: PermittedAction,
  { permissions }: SlackSettings,
  { migration, team }: Pick<Situation, 'migration' | 'team'>,
): Allowed {
  const permitted = permissions[action];
  if (permitted === 'anyone') return { kind: 'anyone' };
  if (permitted !== 'owners') return { kind: 'some', people: [], groups: [permitted] };

  const { onCall } = team.escalation;
  const isGroup = onCall?.startsWith('S') ?? false;
  const { owner } = migration;
  // Of a name that only the tracker knows nobody can tell who it is in Slack.
  const leader = owner?.where === 'ticket' ? undefined : owner?.person;
  const people = [leader, isGroup ? undefined : (onCall ?? undefined)].filter((id) => id !== undefined);
  const groups = onCall !== null && isGroup ? [onCall] : [];
  return people.length + groups.length === 0 ? { kind: 'anyone' } : { kind: 'some', people, groups };
}
