import type { CreatedThing } from '../../../domain/custom-models/created-thing.ts';
import { withRemoved } from '../../../domain/custom-models/created-thing.ts';
import type { CustomModelMigration } from '../../../domain/custom-models/custom-model-migration.ts';
import { changeCustomModelMigration } from '../change-custom-model-migration.ts';
import type { RecustomiseDeps } from '../recustomise-ports.ts';

/** What costs most goes first, and a model after what serves it. */
const order: readonly CreatedThing['kind'][] = [
  'provisionedThroughput',
  'deployment',
  'customizationJob',
  'copyJob',
  'resourceShare',
  'customModel',
];

/** Removes things of a migration and writes that down. What cannot be removed stands in no other thing's way, and is a fault of the answer. */
export async function removeAll(
  migration: CustomModelMigration,
  things: readonly CreatedThing[],
  deps: RecustomiseDeps,
): Promise<{ readonly after: CustomModelMigration; readonly faults: readonly unknown[] }> {
  let after = migration;
  const faults: unknown[] = [];
  for (const thing of things.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)))
    await removeOne(thing, migration, deps).then(
      (changed) => void (after = changed ?? after),
      (fault: unknown) => void faults.push(fault),
    );
  return { after, faults };
}

/** `null` while that takes its time. */
async function removeOne(
  thing: CreatedThing,
  { id }: CustomModelMigration,
  deps: RecustomiseDeps,
): Promise<CustomModelMigration | null> {
  const workshop = await deps.workshop(thing);
  if (!(await workshop.remove(thing))) return null;
  const removedAt = deps.now().toUTC().toISO() ?? '';
  return changeCustomModelMigration(deps.customModelMigrations, id, (now) => ({
    ...now,
    created: withRemoved(now.created, thing.arn, removedAt),
  }));
}
