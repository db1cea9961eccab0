import { BedrockClient } from '@aws-sdk/client-bedrock';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import type { AwsAccess } from '../aws-access.ts';
import { importedModels } from './imported-models.ts';

/** Imported models of an account and Region, by clients of its own. */
export function importedModelsOf(access: AwsAccess, region: string) {
  return importedModels(new BedrockClient({ ...access, region }), new CloudWatchClient({ ...access, region }));
}
