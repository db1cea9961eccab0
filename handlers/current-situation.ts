import type { Word } from '../domain/lifecycle.ts';
import type { Migration } from '../domain/migration.ts';
import type { Situation } from '../domain/situation.ts';
import { situationOf } from '../domain/situation.ts';
import { heardCatalogue } from './heard-catalogue.ts';
import type { Deps } from './ports.ts';

type SituationDeps = Pick<Deps, 'catalogue' | 'configuration' | 'store' | 'now'>;

/** What is true of a migration now, and every word that notices and the API gave about its model. */
export async function currentSituation(
  migration: Migration,
  deps: SituationDeps,
): Promise<{ readonly situation: Situation; readonly words: readonly Word[] }> {
  const heard = await deps.store.heard(migration.modelId);
  const catalogue = await heardCatalogue(migration.modelId, migration.named, deps);
  return { situation: situationOf(migration, heard, catalogue, deps.configuration, deps.now()), words: heard.words };
}
