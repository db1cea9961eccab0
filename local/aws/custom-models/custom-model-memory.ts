import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { DateTime } from 'luxon';
import type { Handlers } from '../handlers.ts';
import type { CustomModelWorld, SimulatedImport, SimulatedImportedModel, SimulatedKey } from './custom-model-world.ts';
import type { CustomizationWorld, SimulatedTraining } from './customization-world.ts';
import type {
  PromotionWorld,
  SimulatedCopy,
  SimulatedCustomModel,
  SimulatedServing,
  SimulatedShare,
} from './promotion-world.ts';

/** What was made in the worlds, and how far their clock is ahead of the machine's; what never changes is not kept. */
interface Kept {
  readonly ahead: number;
  readonly keys: readonly SimulatedKey[];
  readonly imports: readonly SimulatedImport[];
  readonly importedModels: readonly SimulatedImportedModel[];
  readonly models: readonly SimulatedCustomModel[];
  readonly shares: readonly SimulatedShare[];
  readonly deletedShares: readonly SimulatedShare[];
  readonly copies: readonly SimulatedCopy[];
  readonly servings: readonly SimulatedServing[];
  readonly answered: readonly (readonly [string, string])[];
  readonly trainings: readonly SimulatedTraining[];
}

interface Worlds {
  readonly world: CustomModelWorld;
  readonly promotion: PromotionWorld;
  readonly customization: CustomizationWorld;
  readonly clock: { ahead: number };
}

/** Members that hold an instant. */
const instants = new Set(['at', 'begun', 'created']);

/** Keeps simulated accounts in a file before anybody is answered, so that what was made is still there when a killed process begins anew. */
export function customModelMemory(file: string | null, worlds: Worlds) {
  const { world, promotion, customization, clock } = worlds;
  let written = '';
  if (file !== null && existsSync(file)) restore(readKept((written = readFileSync(file, 'utf8'))), worlds);

  const save = (): void => {
    if (file === null) return;
    const { imports } = world;
    const { shares, deletedShares, copies, servings } = promotion;
    const answered = [...promotion.answered];
    const [keys, importedModels, models] = [world.keys, world.importedModels, promotion.models].map((held) => [
      ...held.values(),
    ]);
    const { trainings } = customization;
    const now = JSON.stringify({
      ...{ ahead: clock.ahead, keys, imports, importedModels, models, shares, deletedShares, copies, servings },
      ...{ answered, trainings },
    });
    if (now === written) return;
    writeFileSync(`${file}.new`, now);
    renameSync(`${file}.new`, file);
    written = now;
  };
  return {
    save,
    /** The same answers, each kept before it is given. */
    keeping: (handlers: Handlers): Handlers =>
      Object.fromEntries(
        Object.entries(handlers).map(([name, handler]) => [
          name,
          (input: never, call) => {
            const answer = handler(input, call);
            save();
            return answer;
          },
        ]),
      ),
  };
}

function readKept(text: string): Kept {
  return JSON.parse(text, (name, value: unknown) =>
    instants.has(name) && typeof value === 'string' ? DateTime.fromISO(value, { setZone: true }) : value,
  ) as Kept;
}

function restore(kept: Kept, { world, promotion, customization, clock }: Worlds): void {
  clock.ahead = kept.ahead;
  refill(world.keys, kept.keys);
  refill(world.importedModels, kept.importedModels);
  refill(promotion.models, kept.models);
  world.imports.splice(0, Infinity, ...kept.imports);
  promotion.shares.splice(0, Infinity, ...kept.shares);
  promotion.deletedShares.splice(0, Infinity, ...kept.deletedShares);
  promotion.copies.splice(0, Infinity, ...kept.copies);
  promotion.servings.splice(0, Infinity, ...kept.servings);
  promotion.answered.clear();
  for (const [asked, arn] of kept.answered) promotion.answered.set(asked, arn);
  customization.trainings.splice(0, Infinity, ...kept.trainings);
}

function refill<One extends { readonly arn: string }>(held: Map<string, One>, kept: readonly One[]): void {
  held.clear();
  for (const one of kept) held.set(one.arn, one);
}
