import type { Action } from './action.ts';
import type { Migration } from './migration.ts';

/** An action about a migration; `of` tells it from others of its kind. */
export function about({ id, team }: Migration) {
  return <Kind extends Action['kind']>(kind: Kind, of: string) => ({
    kind,
    key: [kind, id, of].join('|'),
    team,
    migrationId: id,
  });
}
