import { IAMClient } from '@aws-sdk/client-iam';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import type { AwsAccess } from '../aws-access.ts';
import type { PolicyClients } from './attached-policies.ts';

/** Clients of both accounts that look at the policies of an import. IAM has one endpoint for a partition; the Region leads there. */
export function policyClients(development: AwsAccess, hosting: AwsAccess, region: string): PolicyClients {
  const [there, here] = [
    { ...development, region },
    { ...hosting, region },
  ];
  return {
    development: { s3: new S3Client(there), kms: new KMSClient(there) },
    hosting: { iam: new IAMClient(here), kms: new KMSClient(here) },
  };
}
