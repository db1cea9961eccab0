import type { CustomModelMigrationChanged } from '../../domain/custom-models/custom-model-migration-changed.ts';
import type { CustomModelMigration } from '../../domain/custom-models/custom-model-migration.ts';
import type { CustomModelDeps } from '../../handlers/custom-models/recustomise-ports.ts';
import { newMigration } from '../../domain/observe.ts';
import { novaLite } from '../builders/custom-model-migration.ts';
import { rememberingDeps } from './remembering-deps.ts';

/** A world in memory in which custom models are proposed, started and decided on; one migration with a thread is there. */
export function customModelDeps() {
  const { deps: common, world } = rememberingDeps();
  const kept = new Map<string, CustomModelMigration>();
  const announced: CustomModelMigrationChanged[] = [];
  const thread = { channel: 'C0123456789', ts: '1.2', permalink: null };
  const migration = { ...newMigration(novaLite, 'platform', '2026-11-20'), thread };
  world.migrations.set(migration.id, migration);
  const done = (what: string) => {
    world.did.push(what);
    return Promise.resolve();
  };
  const deps: CustomModelDeps = {
    ...common,
    customModelMigrations: {
      one: (id) => Promise.resolve(kept.get(id) ?? null),
      all: () => Promise.resolve([...kept.values()]),
      put: (one) => {
        if ((kept.get(one.id)?.version ?? 0) !== one.version) return Promise.resolve(false);
        kept.set(one.id, { ...one, version: one.version + 1 });
        return Promise.resolve(true);
      },
    },
    recustomising: {
      start: ({ attempt }) => done(`start ${attempt}`),
      stop: ({ attempt }) => done(`stop ${attempt}`),
    },
    tasks: {
      succeed: (token, output) => done(`answer ${token} ${JSON.stringify(output)}`),
      fail: (token, error) => done(`fail ${token} ${error}`),
    },
    announceCustomModel: (detail) => {
      announced.push(detail);
      return Promise.resolve();
    },
    log: { info: () => undefined, error: () => undefined },
  };
  return { deps, world, kept, announced };
}
