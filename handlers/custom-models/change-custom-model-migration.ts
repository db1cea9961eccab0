import type { CustomModelMigration } from '../../domain/custom-models/custom-model-migration.ts';
import type { CustomModelMigrationStore } from './recustomise-ports.ts';

const attempts = 50;

/** Changes one as it is now, again where somebody else wrote meanwhile; `null` leaves it. Answers with it as it then is. */
export async function changeCustomModelMigration(
  store: CustomModelMigrationStore,
  id: string,
  change: (migration: CustomModelMigration) => CustomModelMigration | null,
): Promise<CustomModelMigration> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const migration = await store.one(id);
    if (!migration) throw new Error(`there is no custom model migration ${id}`);
    const after = change(migration);
    if (after === null) return migration;
    if (await store.put(after)) return { ...after, version: migration.version + 1 };
  }
  throw new Error(
    `the custom model migration ${id} was changed by others ${attempts} times while it was being written`,
  );
}
