import { servingByTheHour, withRemoved } from '../../domain/custom-models/created-thing.ts';
import type { CustomModelMigration } from '../../domain/custom-models/custom-model-migration.ts';
import { changeCustomModelMigration } from './change-custom-model-migration.ts';
import type { RecustomiseDeps } from './recustomise-ports.ts';

/** Throughput that serves a successor is other people's to remove: looks whether somebody has, and writes that down. */
export async function lookAtThroughput(migration: CustomModelMigration, deps: RecustomiseDeps): Promise<void> {
  for (const { arn, account, region } of servingByTheHour(migration)) {
    const model = migration.outcomes.find(({ serves }) => serves === arn)?.model;
    const servings = model && (await (await deps.workshop({ account, region })).servings(model));
    if (!servings || servings.some((one) => one.arn === arn)) continue;
    const removedAt = deps.now().toUTC().toISO() ?? '';
    await changeCustomModelMigration(deps.customModelMigrations, migration.id, (now) => ({
      ...now,
      created: withRemoved(now.created, arn, removedAt),
    }));
  }
}
