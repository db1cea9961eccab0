import { isMine } from '../../domain/mine.ts';
import type { Situation } from '../../domain/situation.ts';
import { currentSituation } from '../current-situation.ts';
import { once } from '../once.ts';
import type { SlackDeps } from '../slack-ports.ts';

type SituationDeps = Parameters<typeof currentSituation>[1];

/** Every migration as it stands now; custom models are read once for all of them. */
export async function allSituations(deps: SituationDeps): Promise<readonly Situation[]> {
  const migrations = await deps.store.migrations();
  const { customModelMigrations: kept } = deps;
  const read = kept ? { ...deps, customModelMigrations: { ...kept, all: once(kept.all) } } : deps;
  return Promise.all(migrations.map(async (migration) => (await currentSituation(migration, read)).situation));
}

/** What a person leads, watches or is in the channel of. */
export async function ownSituations(user: string, deps: SlackDeps): Promise<readonly Situation[]> {
  const channels = await deps.desk.channelsOf(user);
  return (await allSituations(deps)).filter((situation) => isMine(situation, user, channels));
}

/** One migration as it stands now, `null` where there is none of that id. */
export async function situationWithId(id: string, deps: SituationDeps): Promise<Situation | null> {
  const migration = await deps.store.migration(id);
  return migration && (await currentSituation(migration, deps)).situation;
}
