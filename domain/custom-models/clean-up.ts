import type { DateTime } from 'luxon';
import { leftovers } from './created-thing.ts';
import type { CustomModelChanges, CustomModelMigration } from './custom-model-migration.ts';
import type { CustomModelSettings } from './custom-model-settings.ts';
import { startedAnew } from './custom-model-start.ts';
import { isEnded } from './custom-model-status.ts';

/** A function that was under way when the attempt ended runs five minutes at most; a minute more for lists that lag behind. */
const lastWordMinutes = 6;

/** Nothing that the present attempt created is left, and nothing of it can appear any more. */
export function isCleanedUp({ attempt, cleaned }: Pick<CustomModelMigration, 'attempt' | 'cleaned'>): boolean {
  return attempt === 0 || cleaned === attempt;
}

/** It is over, and not everything is removed that has to be. */
export function needsCleanUp(migration: CustomModelMigration): boolean {
  return isEnded(migration) && migration.attempt > 0 && (!isCleanedUp(migration) || leftovers(migration).length > 0);
}

/** A step that was under way when it ended may still create something. What was promoted has gone through every step. */
export function mayStillCreate({ status, changedAt }: CustomModelMigration, now: DateTime): boolean {
  return status !== 'promoted' && now.toMillis() < Date.parse(changedAt) + lastWordMinutes * 60_000;
}

/** Starts again as soon as it is cleaned up: until then, what the next attempt found could be the last one's. */
export function startingLater(
  migration: CustomModelMigration,
  by: string,
  changes: CustomModelChanges,
): CustomModelMigration {
  return { ...migration, again: { by, changes } };
}

/** Nothing is left of the attempt; the next one begins where somebody asked for it meanwhile. */
export function cleanedUp(
  migration: CustomModelMigration,
  now: DateTime,
  settings: CustomModelSettings,
): CustomModelMigration {
  const { attempt, again } = migration;
  const after = { ...migration, cleaned: attempt, again: null };
  return again ? startedAnew(after, again.by, again.changes, now, settings) : after;
}
