import type { Coverage } from '../domain/coverage.ts';
import { isPresent } from '../domain/coverage.ts';
import type { Inventory } from '../domain/inventory.ts';
import type { Affected } from '../domain/migration.ts';
import type { Deps } from './ports.ts';

type InventoryStore = Pick<Deps['store'], 'inventory' | 'coverage' | 'quotas'>;

/** What sweeps have seen of a model and of its replacement, in every account that has either, or is affected. */
export async function currentInventory(
  modelId: string,
  replacementId: string | null,
  affected: readonly Pick<Affected, 'account'>[],
  store: InventoryStore,
): Promise<Inventory> {
  const [old, next, quotas] = await Promise.all([
    store.inventory(modelId),
    replacementId === null ? { dependents: [], usage: [] } : store.inventory(replacementId),
    replacementId === null ? [] : store.quotas(replacementId),
  ]);
  const coverage = await coverageOf([...affected, ...old.dependents, ...old.usage], store);
  return {
    dependents: old.dependents.filter((dependent) => isPresent(dependent, coverage)),
    former: old.dependents.filter((dependent) => !isPresent(dependent, coverage)),
    usage: old.usage,
    replacementDependents: next.dependents,
    replacementUsage: next.usage,
    coverage,
    quotas,
  };
}

/** Of each account once. */
export async function coverageOf(
  places: readonly Pick<Affected, 'account'>[],
  store: Pick<InventoryStore, 'coverage'>,
): Promise<readonly Coverage[]> {
  const accounts = [...new Set(places.map(({ account }) => account))];
  return (await Promise.all(accounts.map((account) => store.coverage(account)))).flat();
}
