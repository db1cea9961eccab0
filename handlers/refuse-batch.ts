import { batchLimits } from '../domain/cases/batch-limits.ts';
import type { BatchInput } from '../domain/cases/batch-refusal.ts';
import { batchRefusal } from '../domain/cases/batch-refusal.ts';
import type { ComparisonRun } from '../domain/comparison-run.ts';
import { baseModelId } from '../domain/model-id.ts';
import type { BatchDeps } from './batch-ports.ts';
import type { Deps } from './ports.ts';

/** No batch inference job can be made of the run; nothing was asked. */
export class BatchRefusedError extends Error {
  override readonly name = 'BatchRefusedError';
}

/** Throws `BatchRefusedError` where Bedrock would not take the run as a batch, before anything is spent. */
export async function refuseBatch(
  { current, candidate, region }: Pick<ComparisonRun, 'current' | 'candidate' | 'region'>,
  input: BatchInput,
  { batchRegion, batchQuotas, catalogue }: Pick<BatchDeps, 'batchRegion' | 'batchQuotas'> & Pick<Deps, 'catalogue'>,
): Promise<void> {
  if (region !== batchRegion)
    throw new BatchRefusedError(
      `Batch inference runs beside Sundial's bucket, in ${batchRegion}, and not in ${region}. Nothing was asked. The same request without \`engine: batch\` asks on demand.`,
    );
  const quotas = await batchQuotas();
  const models = [current, candidate].map((modelId) => ({
    modelId,
    limits: batchLimits(catalogue.find(baseModelId(modelId) ?? modelId), quotas),
  }));
  const refusal = batchRefusal(input, models);
  if (refusal !== null) throw new BatchRefusedError(refusal);
}
