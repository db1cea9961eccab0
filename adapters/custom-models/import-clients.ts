import { BedrockClient } from '@aws-sdk/client-bedrock';
import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import type { AwsAccess } from '../aws-access.ts';
import { importJobs } from './import-jobs.ts';
import { smokeCall } from './smoke-call.ts';

/** What an import asks of Bedrock in the hosting account. */
export function importClients(hosting: AwsAccess, region: string) {
  // A model that is not ready counts as throttled: adaptive clients would slow down for everything else.
  const runtime = new BedrockRuntimeClient({ ...hosting, region, retryMode: 'standard' });
  return { ...importJobs(new BedrockClient({ ...hosting, region })), tryModel: smokeCall(runtime) };
}
