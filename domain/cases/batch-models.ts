import type { Catalogue } from '../catalogue.ts';
import { baseModelId } from '../model-id.ts';
import type { NamedQuota } from './batch-limits.ts';
import { batchLimits } from './batch-limits.ts';
import type { BatchModel } from './batch-refusal.ts';

/** Models, or their profiles, with what one job of each may hold. */
export function batchModels(
  modelIds: readonly string[],
  catalogue: Catalogue,
  quotas: readonly NamedQuota[],
): readonly BatchModel[] {
  return modelIds.map((modelId) => ({
    modelId,
    limits: batchLimits(catalogue.find(baseModelId(modelId) ?? modelId), quotas),
  }));
}
