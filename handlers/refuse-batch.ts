import { batchModels } from '../domain/cases/batch-models.ts';
import type { BatchInput } from '../domain/cases/batch-refusal.ts';
import { batchRefusal } from '../domain/cases/batch-refusal.ts';
import type { ComparisonRun } from '../domain/comparison-run.ts';
import type { BatchDeps } from './batch-ports.ts';
import type { Deps } from './ports.ts';

/** No batch inference job can be made of the run; nothing was asked. */
export class BatchRefusedError extends Error {
  override readonly name = 'BatchRefusedError';
}

const otherwise = 'Nothing was asked. The same request without `engine: batch` asks on demand.';

/** Throws `BatchRefusedError` where Bedrock would not take the run as a batch, before anything is spent. */
export async function refuseBatch(
  { current, candidate, region }: Pick<ComparisonRun, 'current' | 'candidate' | 'region'>,
  input: BatchInput,
  { batchRegion, batchQuotas, catalogue }: Pick<BatchDeps, 'batchRegion' | 'batchQuotas'> & Pick<Deps, 'catalogue'>,
): Promise<void> {
  if (region !== batchRegion)
    throw new BatchRefusedError(
      `Batch inference runs beside Sundial's bucket, in ${batchRegion}, and not in ${region}. ${otherwise}`,
    );
  const refusal = batchRefusal(input, batchModels([current, candidate], catalogue, await batchQuotas()));
  if (refusal !== null) throw new BatchRefusedError(`${refusal} ${otherwise}`);
}
