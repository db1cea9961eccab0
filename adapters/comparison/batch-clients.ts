import { BedrockClient } from '@aws-sdk/client-bedrock';
import { S3Client } from '@aws-sdk/client-s3';
import { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import type { AwsAccess } from '../aws-access.ts';
import { objectStore } from '../object-store.ts';
import { batchInference } from './batch-inference.ts';
import { batchQuotas } from './batch-quotas.ts';

export type BatchClients = ReturnType<typeof batchClients>;

/** What batch inference takes in one Region. Whoever stands in for S3 is asked for buckets by path: names of hosts lead past it. */
export function batchClients(access: AwsAccess, region: string, roleArn: string, isStandIn: boolean) {
  const settings = { ...access, region };
  return {
    batch: batchInference(roleArn, new BedrockClient(settings)),
    objects: objectStore(new S3Client({ ...settings, forcePathStyle: isStandIn })),
    quotas: () => batchQuotas(new ServiceQuotasClient(settings)),
  };
}
