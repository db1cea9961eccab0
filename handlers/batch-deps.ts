import type { BatchDeps } from './batch-ports.ts';
import { onDemand } from './on-demand.ts';
import { setting } from './settings.ts';
import { taskDeps } from './task-deps.ts';

/** What runs in batch need on AWS; loaded only where there is one. */
export function batchDeps(): BatchDeps {
  return {
    batchRegion: setting('AWS_REGION'),
    batch: onDemand(jobs, { create: true, find: true, state: true, stop: true }),
    ...onDemand(quotas, { batchQuotas: true }),
    ...taskDeps(),
  };
}

async function jobs() {
  const { batchInference } = await import('../adapters/comparison/batch-inference.ts');
  return batchInference(setting('SUNDIAL_BATCH_ROLE'));
}

async function quotas() {
  const { batchQuotas } = await import('../adapters/comparison/batch-quotas.ts');
  return { batchQuotas: () => batchQuotas() };
}
