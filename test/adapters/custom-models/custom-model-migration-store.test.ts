import { describe, expect, it } from 'vitest';
import { customModelMigrationStore } from '../../../adapters/custom-models/custom-model-migration-store.ts';
import { aCustomModelMigration } from '../../builders/custom-model-migration.ts';
import { aTable } from '../local-table.ts';

describe('the store of custom models’ migrations', () => {
  it('keeps one, and lets one of two write who read the same version', async () => {
    const store = customModelMigrationStore(await aTable());
    const migration = aCustomModelMigration();

    const begun = await Promise.all([store.put(migration), store.put(migration)]);

    expect(begun.toSorted()).toEqual([false, true]);
    expect(await store.one(migration.id)).toEqual({ ...migration, version: 1 });
    expect(await store.all()).toHaveLength(1);
    expect(await store.one('another')).toBeNull();
  });
});
