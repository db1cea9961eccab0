import { attemptName } from '../../domain/custom-models/custom-model-start.ts';
import type { JobRecord } from '../../domain/situation.ts';
import { changeCustomModelMigration } from './change-custom-model-migration.ts';
import type { CustomModelMigrationStore } from './recustomise-ports.ts';

/** Writes down the job of the present attempt as soon as its event tells of it. Names can be taken by others: account and Region must fit. */
export async function keepTrainingJob(
  id: string,
  { jobArn, jobName, account, region }: JobRecord,
  store: CustomModelMigrationStore,
): Promise<void> {
  if (!(await store.one(id))) return;
  await changeCustomModelMigration(store, id, (now) =>
    now.jobArn === null &&
    attemptName(now) === jobName &&
    now.customModel.account === account &&
    now.customModel.region === region
      ? { ...now, jobArn }
      : null,
  );
}
