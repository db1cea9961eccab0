import type { CustomModelMigrationChanged } from '../../domain/custom-models/custom-model-migration-changed.ts';
import type { CustomModelMigration } from '../../domain/custom-models/custom-model-migration.ts';
import type { ModelWorkshop, RecustomiseDeps } from '../../handlers/custom-models/recustomise-ports.ts';
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
  const nowhere = () => Promise.reject(new Error('no AWS is simulated here'));
  const workshop: ModelWorkshop = {
    original: () => Promise.resolve({ kind: 'none' }),
    preflight: nowhere,
    findJob: () => Promise.resolve(null),
    createJob: nowhere,
    servings: () => Promise.resolve([]),
    serve: nowhere,
    trainingData: nowhere,
    remove: ({ arn }) => done(`remove ${arn}`).then(() => true),
  };
  const deps: RecustomiseDeps = {
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
    runs: { runs: () => Promise.resolve([]) },
    workshop: () => Promise.resolve(workshop),
    promotion: nowhere,
    keepDataset: nowhere,
    cancelComparison: (runId) => done(`cancel ${runId}`),
    measuresBertScore: true,
    ownRegion: 'us-east-1',
    writingRole: () => Promise.resolve(null),
    log: { info: () => undefined, error: () => undefined },
  };
  return { deps, world, kept, announced };
}
