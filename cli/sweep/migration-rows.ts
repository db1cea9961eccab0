import type { DateTime } from 'luxon';
import { utcDay } from '../../domain/calendar-date.ts';
import type { Configuration } from '../../domain/configuration.ts';
import { modelIdsOf } from '../../domain/dependent.ts';
import type { Inventory } from '../../domain/inventory.ts';
import type { Affected } from '../../domain/migration.ts';
import { newMigration, withAffected } from '../../domain/observe.ts';
import type { PriceList } from '../../domain/price-list.ts';
import { foundReplacement } from '../../domain/replacement.ts';
import type { Situation } from '../../domain/situation.ts';
import { situationOf } from '../../domain/situation.ts';
import type { DependentRow } from './dependent-rows.ts';
import type { Sweep } from './take-sweep.ts';

/**
 * The migrations that what the sweep saw calls for, as if each began today: one for each team that owns something on a model that is
 * leaving. Nothing is opened.
 */
export function migrationRows(
  rows: readonly DependentRow[],
  sweep: Sweep,
  configuration: Configuration,
  prices: PriceList,
  now: DateTime,
): readonly Situation[] {
  const affected = new Map<string, { modelId: string; team: string; places: Affected[] }>();
  for (const { dependent, owners, leaving } of rows)
    for (const { modelId } of leaving)
      for (const { team } of owners) {
        const key = JSON.stringify([modelId, team]);
        const known = affected.get(key) ?? { modelId, team, places: [] };
        known.places.push({ account: dependent.account, region: dependent.region });
        affected.set(key, known);
      }

  return [...affected.values()].map(({ modelId, team, places }) => {
    const migration = withAffected(newMigration(modelId, team, utcDay(now)), places);
    const heard = { words: [], withdrawals: [], jobs: [] };
    const situation = (inventory: Inventory) =>
      situationOf(migration, heard, sweep.catalogue, configuration, now, inventory, prices);
    const replacement = foundReplacement(situation(inventoryOf(sweep, modelId, null)).successor);
    return situation(inventoryOf(sweep, modelId, replacement?.modelId ?? null));
  });
}

function inventoryOf(sweep: Sweep, modelId: string, replacementId: string | null): Inventory {
  const on = (id: string | null) => sweep.dependents.filter((one) => id !== null && modelIdsOf(one).includes(id));
  const usageOf = (id: string | null) => sweep.usage.filter((one) => one.modelId === id);
  return {
    dependents: on(modelId),
    former: [],
    usage: usageOf(modelId),
    replacementDependents: on(replacementId),
    replacementUsage: usageOf(replacementId),
    coverage: sweep.coverage,
    quotas: sweep.quotas.filter((quota) => quota.modelId === replacementId),
  };
}
