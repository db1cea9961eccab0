import {
  customModelMigrationChanged,
  customModelMigrationKey,
} from '../../domain/custom-models/custom-model-migration-changed.ts';
import type { CustomModelMigration } from '../../domain/custom-models/custom-model-migration.ts';
import { customModelMessage } from '../../templates/custom-models/custom-model-message.ts';
import { inMigrationThread } from '../in-migration-thread.ts';
import { replyOnce } from '../reply-once.ts';
import { changeCustomModelMigration } from './change-custom-model-migration.ts';
import type { CustomModelTellingDeps } from './recustomise-ports.ts';

/** Says how it stands to the threads of its migrations and on Sundial's bus, once for each change of its status. */
export async function tellCustomModelMigration(
  migration: CustomModelMigration,
  deps: CustomModelTellingDeps,
): Promise<CustomModelMigration> {
  const { id, sequence, told, migrationIds } = migration;
  if (told >= sequence) return migration;
  const key = customModelMigrationKey(migration);
  for (const one of migrationIds)
    await inMigrationThread(one, deps, (thread) =>
      replyOnce(thread, `${key}|${one}`, customModelMessage(migration), deps),
    );
  await deps.announceCustomModel(customModelMigrationChanged(migration));
  return changeCustomModelMigration(deps.customModelMigrations, id, (now) =>
    now.told >= sequence ? null : { ...now, told: sequence },
  );
}
