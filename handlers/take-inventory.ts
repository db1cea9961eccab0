import { utcDay } from '../domain/calendar-date.ts';
import { knowledgeOf } from '../domain/catalogue.ts';
import { isPresent } from '../domain/coverage.ts';
import type { Dependent } from '../domain/dependent.ts';
import { leavingModels } from '../domain/leaving-models.ts';
import type { RememberedListing } from '../domain/listing-changes.ts';
import { mergeWords } from '../domain/merge-words.ts';
import type { Affected } from '../domain/migration.ts';
import { migrationId } from '../domain/migration.ts';
import { newMigration, withAffected } from '../domain/observe.ts';
import { ownershipsOf } from '../domain/ownership.ts';
import { eachInTurn } from './each-in-turn.ts';
import type { ActionDone } from './reconcile.ts';
import { reconcile } from './reconcile.ts';
import type { SweepDeps } from './sweep-ports.ts';

type InventoryDeps = Omit<SweepDeps, 'survey' | 'announce' | 'log'>;

/**
 * Opens a migration for every team that owns something on a model that is leaving, whether or not AWS ever wrote to its account, and
 * brings it up to date.
 */
export async function takeInventory(deps: InventoryDeps): Promise<readonly ActionDone[]> {
  const listings = await deps.store.listings();
  const done: ActionDone[] = [];
  await eachInTurn(leavingModels(deps.catalogue, listings, utcDay(deps.now())), async (modelId) =>
    eachInTurn(await affectedTeams(modelId, listings, deps), async ([team, affected]) => {
      if (await adopted(modelId, team, affected, deps))
        done.push(...(await reconcile(migrationId(modelId, team), deps)));
    }),
  );
  return done;
}

/** Where each team has something on the model, in Regions that it leaves: elsewhere it may stay Active. */
async function affectedTeams(
  modelId: string,
  listings: readonly RememberedListing[],
  deps: InventoryDeps,
): Promise<ReadonlyMap<string, readonly Affected[]>> {
  const { dependents } = await deps.store.inventory(modelId);
  const teams = new Map<string, Affected[]>();
  if (dependents.length === 0) return teams;

  const heard = await deps.store.heard(modelId);
  const leaves = (region: string): boolean => {
    const { dates, withdrawal } = mergeWords(knowledgeOf(modelId, deps.catalogue, heard), [region]);
    const { legacy, extendedAccess, endOfLife } = dates;
    const status = listings.find((one) => one.region === region)?.models[modelId]?.status ?? 'ACTIVE';
    return (
      withdrawal !== null || status !== 'ACTIVE' || [legacy, extendedAccess, endOfLife].some((day) => day !== null)
    );
  };
  for (const dependent of await present(dependents, deps))
    if (leaves(dependent.region))
      for (const { team } of ownershipsOf(dependent, deps.configuration))
        teams.set(team, [...(teams.get(team) ?? []), { account: dependent.account, region: dependent.region }]);
  return teams;
}

async function present(dependents: readonly Dependent[], { store }: InventoryDeps): Promise<readonly Dependent[]> {
  const accounts = [...new Set(dependents.map(({ account }) => account))];
  const coverage = (await Promise.all(accounts.map((account) => store.coverage(account)))).flat();
  return dependents.filter((dependent) => isPresent(dependent, coverage));
}

/** Whether something is new of it: a migration that did not exist, or a place it did not have. */
async function adopted(modelId: string, team: string, affected: readonly Affected[], { store, now }: InventoryDeps) {
  for (;;) {
    const known = await store.migration(migrationId(modelId, team));
    const before = known ?? newMigration(modelId, team, utcDay(now()));
    const after = withAffected(before, affected);
    if (known && JSON.stringify(after) === JSON.stringify(before)) return false;
    if (await store.putMigration(after)) return true;
  }
}
