import { servingByTheHour, withRemoved } from '../../domain/custom-models/created-thing.ts';
import type { CustomModelMigration } from '../../domain/custom-models/custom-model-migration.ts';
import { changeCustomModelMigration } from './change-custom-model-migration.ts';
import type { RecustomiseDeps } from './recustomise-ports.ts';

/**
 * Throughput that serves a successor, of whichever attempt, is other people's to remove: looks whether somebody has, and writes that down. AWS
 * lists it by the model that it serves, one that was created beside it.
 */
export async function lookAtThroughput(migration: CustomModelMigration, deps: RecustomiseDeps): Promise<void> {
  for (const { arn, account, region } of servingByTheHour(migration)) {
    const workshop = await deps.workshop({ account, region });
    const models = migration.created.filter(
      (one) => one.kind === 'customModel' && one.account === account && one.region === region,
    );
    const servings = (await Promise.all(models.map((model) => workshop.servings(model.arn)))).flat();
    if (models.length === 0 || servings.some((one) => one.arn === arn)) continue;
    const removedAt = deps.now().toUTC().toISO() ?? '';
    await changeCustomModelMigration(deps.customModelMigrations, migration.id, (now) => ({
      ...now,
      created: withRemoved(now.created, arn, removedAt),
    }));
  }
}
