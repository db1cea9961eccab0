import { devNull } from 'node:os';
import { writeBatchRecords } from '../../adapters/comparison/batch-records.ts';
import type { OpenDataset } from '../../adapters/comparison/open-dataset.ts';
import { catalogue } from '../../catalogue/catalogue.ts';
import { batchModels } from '../../domain/cases/batch-models.ts';
import { batchRefusal } from '../../domain/cases/batch-refusal.ts';
import type { ComparisonPlan } from '../../domain/cases/comparison-plan.ts';
import { batchClientsIn } from './batch-clients-in.ts';
import { mayAskAws } from './preflight.ts';

/** What speaks against a batch, before one is begun. */
export interface BatchFindings {
  readonly stops: readonly string[];
  readonly warnings: readonly string[];
}

/** Looks whether Bedrock would take the cases as a batch, by its rules and this account's quotas; nothing is written anywhere. */
export async function batchFindings(
  dataset: OpenDataset,
  { current, candidate, region }: Pick<ComparisonPlan, 'current' | 'candidate' | 'region'>,
): Promise<BatchFindings> {
  const input = await writeBatchRecords(dataset.read(), devNull);
  const { quotas, warnings } = await quotasIn(region);
  const refusal = batchRefusal(input, batchModels([current, candidate], catalogue, quotas));
  return {
    stops: refusal === null ? [] : [`${refusal.replace(/\.$/, '')}; without --engine batch it is asked at once`],
    warnings,
  };
}

/** An AWS that does not tell its quotas leaves them as they usually are. */
async function quotasIn(region: string) {
  if (!mayAskAws()) return { quotas: [], warnings: [] };
  const { quotas } = await batchClientsIn(region, '');
  try {
    return { quotas: await quotas(), warnings: [] };
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault);
    return { quotas: [], warnings: [`the quotas of batch inference are taken as they usually are: ${why}`] };
  }
}
