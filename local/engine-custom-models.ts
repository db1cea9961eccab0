import { join } from 'node:path';
import { cancelRun } from '../handlers/cancel-run.ts';
import { customModelMigrations } from '../handlers/custom-models/custom-model-migrations.ts';
import type { CustomModelMigrations } from '../handlers/custom-models/recustomise-ports.ts';
import { recustomiseWorld } from '../handlers/custom-models/recustomise-world.ts';
import { once } from '../handlers/once.ts';
import type { LocalDeps } from './local-deps.ts';
import type { LocalRecustomising } from './recustomising.ts';
import { localRecustomising } from './recustomising.ts';
import type { SimulatedCustomModels } from './simulated-custom-models.ts';
import { startSimulatedCustomModels } from './simulated-custom-models.ts';

export interface EngineCustomModels extends LocalRecustomising {
  readonly models: CustomModelMigrations;
  /** The simulated accounts in which they are made. */
  readonly accounts: () => Promise<SimulatedCustomModels>;
}

/** Simulated accounts are entered as sundial.yml says; those of the story are Sundial's own Region. */
const homeRegion = 'us-east-1';

/**
 * Migrations of custom models on one machine, over simulated accounts that are started when they are first asked. What is made in them is
 * kept in the directory; `null` keeps it no longer than the process.
 */
export function engineCustomModels(directory: string | null, common: () => LocalDeps): EngineCustomModels {
  let started: SimulatedCustomModels | undefined;
  const aws = once(async () => {
    const file = directory && join(directory, 'custom-models.json');
    return (started = await startSimulatedCustomModels(() => common().now(), file));
  });
  const world = once(() => Promise.resolve(recustomiseWorld(async () => (await aws()).access, homeRegion, common())));
  const engine = localRecustomising({
    deps: () => ({
      ...common(),
      keepDataset: (name, bytes) => common().comparisons.keepDataset(name, bytes),
      cancelComparison: async (runId, by) => {
        await cancelRun(runId, by, common());
      },
      ownRegion: homeRegion,
      measuresBertScore: false,
      workshop: async (place) => (await world()).workshop(place),
      promotion: async (request) => (await world()).promotion(request),
      writingRole: async (account) => (await world()).writingRole(account),
    }),
    accessAs: async (role) => (await world()).accessAs(role),
    region: homeRegion,
    sleep: async (milliseconds, signal) => (await aws()).sleep(milliseconds, signal),
  });
  const models = () => customModelMigrations({ ...common(), recustomising: engine, tasks: engine.tasks });
  return {
    ...engine,
    accounts: aws,
    models: {
      propose: (leaving) => models().propose(leaving),
      start: (id, by, changes) => models().start(id, by, changes),
      approve: (id, by) => models().approve(id, by),
      refuse: (id, by) => models().refuse(id, by),
      cancel: (id, by) => models().cancel(id, by),
      all: () => models().all(),
    },
    close: async () => {
      await engine.close();
      await started?.close();
    },
  };
}
