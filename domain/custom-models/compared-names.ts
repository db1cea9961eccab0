import type { ModelNames } from '../comparison-run.ts';
import type { CustomModelMigration } from './custom-model-migration.ts';

/** What people call the two models that are compared: an ARN of what serves a custom model does not say which one it is. */
export function comparedNames({
  customModel,
  newName,
  oldServingArn,
  servingArn,
}: Pick<CustomModelMigration, 'customModel' | 'newName' | 'oldServingArn' | 'servingArn'>): ModelNames {
  return { current: named(customModel.name, oldServingArn), candidate: named(newName ?? 'its successor', servingArn) };
}

function named(model: string, serving: string | null): string {
  if (serving === null) return model;
  const by = serving.includes(':provisioned-model/') ? 'provisioned throughput' : 'on-demand deployment';
  return `${model} (${by})`;
}
