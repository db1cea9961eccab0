import { isPresent } from '../domain/coverage.ts';
import type { Dependent } from '../domain/dependent.ts';
import { ownershipsOf } from '../domain/ownership.ts';
import type { Situation } from '../domain/situation.ts';
import type { SweepDeps } from '../handlers/sweep-ports.ts';
import type { TeamInventory } from '../templates/console/team-inventory.ts';

/** What each team has that stands in none of its migrations: what rests on models that need not be left. */
export async function inventories(
  { store, configuration }: Pick<SweepDeps, 'store' | 'configuration'>,
  situations: readonly Situation[],
): Promise<readonly TeamInventory[]> {
  const dependents = await everyDependent(store);
  const coverage = await store.coverage();
  const leaving = new Set(
    situations.flatMap(({ presence }) =>
      presence.dependents.map(({ ownership: { team, dependent } }) => `${team} ${dependent.id}`),
    ),
  );
  const rest = dependents
    .filter((dependent) => isPresent(dependent, coverage))
    .flatMap((dependent) => ownershipsOf(dependent, configuration))
    .filter(({ team, dependent }) => !leaving.has(`${team} ${dependent.id}`));
  const teams = [...new Set(rest.map(({ team }) => team))].toSorted();
  return teams.map((team) => ({ team, dependents: rest.filter((one) => one.team === team) }));
}

/** Dependents are kept by model: every model that some Region lists is asked for, and what has none. */
async function everyDependent(store: SweepDeps['store']): Promise<readonly Dependent[]> {
  const listed = new Set((await store.listings()).flatMap(({ models }) => Object.keys(models)));
  const found = await Promise.all([...listed].map(async (modelId) => (await store.inventory(modelId)).dependents));
  const all = [...found.flat(), ...(await store.unresolved())];
  return [...new Map(all.map((dependent) => [dependent.id, dependent])).values()].toSorted((a, b) =>
    a.id.localeCompare(b.id),
  );
}
