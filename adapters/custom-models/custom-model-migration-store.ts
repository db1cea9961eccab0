import type { CustomModelMigration } from '../../domain/custom-models/custom-model-migration.ts';
import { keyPart } from '../item-key.ts';
import type { Table } from '../table.ts';
import { putVersioned } from '../versioned.ts';

const migrations = 'CUSTOM_MODEL_MIGRATIONS';

/** Migrations of custom models: `CUSTOM_MODEL_MIGRATIONS` holds each. */
export function customModelMigrationStore(table: Table) {
  return {
    async one(id: string): Promise<CustomModelMigration | null> {
      return ((await table.get(migrations, keyPart(id)))?.['migration'] as CustomModelMigration | undefined) ?? null;
    },
    async all(): Promise<readonly CustomModelMigration[]> {
      return (await table.query(migrations)).flatMap(({ migration }) =>
        migration === undefined ? [] : [migration as CustomModelMigration],
      );
    },
    /** Writes over the version read; `false` where somebody else wrote first. */
    async put(migration: CustomModelMigration): Promise<boolean> {
      return putVersioned(table, { pk: migrations, sk: keyPart(migration.id) }, 'migration', migration);
    },
  };
}
