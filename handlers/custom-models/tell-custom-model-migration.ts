import {
  customModelMigrationChanged,
  customModelMigrationKey,
} from '../../domain/custom-models/custom-model-migration-changed.ts';
import type { CustomModelMigration } from '../../domain/custom-models/custom-model-migration.ts';
import { customModelMail, customModelMessage } from '../../templates/custom-models/custom-model-message.ts';
import { unlessTracker } from '../failed-trackers.ts';
import { inMigrationThread } from '../in-migration-thread.ts';
import { performOnce } from '../perform-once.ts';
import { reconcile } from '../reconcile.ts';
import { replyOnce } from '../reply-once.ts';
import { changeCustomModelMigration } from './change-custom-model-migration.ts';
import type { CustomModelTellingDeps } from './recustomise-ports.ts';

/**
 * Says how it stands to the threads of its migrations, by mail and on Sundial's bus, once for each change of its status, and brings the tickets
 * up to date. A mail cannot be looked for after a crash, so it may come twice.
 */
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
  const { mail } = deps;
  if (mail) {
    const { subject, text } = customModelMail(migration);
    await performOnce(`mail|${key}`, deps.ledger, async () => {
      await mail(subject, text);
      return null;
    });
  }
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
