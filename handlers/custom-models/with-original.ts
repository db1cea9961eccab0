import { hyperParameterFamilies } from '../../catalogue/customization-support.ts';
import type { CustomModelMigration } from '../../domain/custom-models/custom-model-migration.ts';
import { mappedHyperParameters } from '../../domain/custom-models/hyper-parameters.ts';
import { changeCustomModelMigration } from './change-custom-model-migration.ts';
import type { RecustomiseDeps } from './recustomise-ports.ts';

/** A proposal with what the model was made by, and the hyperparameters that its successor would get, so that a person can change them. */
export async function withOriginal(
  migration: CustomModelMigration,
  { workshop, customModelMigrations }: RecustomiseDeps,
): Promise<CustomModelMigration> {
  const { id, status, original, replacement, customModel } = migration;
  if (status !== 'proposed' || original || replacement === null) return migration;
  const seen = await (await workshop(customModel)).original(customModel.arn);
  if (seen.kind !== 'job') return migration;
  const { values, notes } = mappedHyperParameters(seen.job.hyperParameters, replacement, hyperParameterFamilies);
  return changeCustomModelMigration(customModelMigrations, id, (now) =>
    now.status === 'proposed' ? { ...now, original: seen.job, hyperParameters: values, notes } : null,
  );
}
