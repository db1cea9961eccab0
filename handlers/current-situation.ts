import type { Word } from '../domain/lifecycle.ts';
import type { Migration } from '../domain/migration.ts';
import { foundReplacement, recommendationsFor, replacementFor } from '../domain/replacement.ts';
import type { Situation } from '../domain/situation.ts';
import { situationOf } from '../domain/situation.ts';
import { currentInventory } from './current-inventory.ts';
import { heardCatalogue } from './heard-catalogue.ts';
import type { Deps } from './ports.ts';

type SituationDeps = Pick<Deps, 'catalogue' | 'configuration' | 'store' | 'now' | 'prices' | 'customModelMigrations'>;

/** What is true of a migration now, and every word that notices and the API gave about its model. */
export async function currentSituation(
  migration: Migration,
  deps: SituationDeps,
): Promise<{ readonly situation: Situation; readonly words: readonly Word[] }> {
  const { modelId, named, chosen, affected } = migration;
  const { configuration, store, prices } = deps;
  const now = deps.now();
  const heard = await store.heard(modelId);
  const catalogue = await heardCatalogue(modelId, chosen === null ? named : [chosen.modelId, ...named], deps);
  const successor = replacementFor(
    modelId,
    recommendationsFor(modelId, configuration.replacements, named, chosen),
    catalogue,
    configuration.policy.replacementMinimumDays,
    now,
  );
  const inventory = await currentInventory(modelId, foundReplacement(successor)?.modelId ?? null, affected, store);
  const customModels = inventory.dependents.some(({ kind }) => kind === 'customModel')
    ? await deps.customModelMigrations?.all()
    : [];
  return {
    situation: situationOf(migration, heard, catalogue, configuration, now, inventory, prices, customModels),
    words: heard.words,
  };
}
