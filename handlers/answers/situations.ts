import type { Situation } from '../../domain/situation.ts';
import { currentSituation } from '../current-situation.ts';

type SituationDeps = Parameters<typeof currentSituation>[1];

/** Every migration as it stands now. */
export async function allSituations(deps: SituationDeps): Promise<readonly Situation[]> {
  const migrations = await deps.store.migrations();
  return Promise.all(migrations.map(async (migration) => (await currentSituation(migration, deps)).situation));
}

/** One migration as it stands now, `null` where there is none of that id. */
export async function situationWithId(id: string, deps: SituationDeps): Promise<Situation | null> {
  const migration = await deps.store.migration(id);
  return migration && (await currentSituation(migration, deps)).situation;
}
