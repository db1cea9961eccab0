import {
  customModelMigrationChanged,
  customModelMigrationKey,
} from '../../domain/custom-models/custom-model-migration-changed.ts';
import type { CustomModelMigration } from '../../domain/custom-models/custom-model-migration.ts';
import { customModelTelling } from '../../templates/custom-models/custom-model-telling.ts';
import { unlessTracker } from '../failed-trackers.ts';
import { reconcile } from '../reconcile.ts';
import { changeCustomModelMigration } from './change-custom-model-migration.ts';
import type { CustomModelTellingDeps } from './recustomise-ports.ts';
import { tellPeople } from './tell-people.ts';

/** Says how it stands to people and on Sundial's bus, once for each change of its status, and brings the tickets up to date. */
export async function tellCustomModelMigration(
  migration: CustomModelMigration,
  deps: CustomModelTellingDeps,
): Promise<CustomModelMigration> {
  const { id, sequence, told, migrationIds } = migration;
  if (told >= sequence) return migration;
  await tellPeople(migration, customModelMigrationKey(migration), customModelTelling(migration), deps);
  await deps.announceCustomModel(customModelMigrationChanged(migration));
  const after = await changeCustomModelMigration(deps.customModelMigrations, id, (now) =>
    now.told >= sequence ? null : { ...now, told: sequence },
  );
  for (const one of migrationIds) if (await isTold(one, deps)) await reconcile(one, deps).catch(unlessTracker);
  return after;
}

/** What was never told of itself is told first, by whoever found it. */
async function isTold(id: string, { store }: CustomModelTellingDeps): Promise<boolean> {
  return ((await store.migration(id))?.told ?? null) !== null;
}
