import { awsAccess } from '../../adapters/aws-access.ts';
import type { BatchClients } from '../../adapters/comparison/batch-clients.ts';

/** Batch inference in a Region, as the environment says how to reach it; its clients are loaded only here. */
export async function batchClientsIn(region: string, role: string): Promise<BatchClients> {
  const { batchClients } = await import('../../adapters/comparison/batch-clients.ts');
  const { env } = process;
  const isStandIn = (env['AWS_ENDPOINT_URL_S3'] ?? env['AWS_ENDPOINT_URL']) !== undefined;
  return batchClients(awsAccess(), region, role, isStandIn);
}
