import type { BedrockClient } from '@aws-sdk/client-bedrock';
import { paginateListCustomModels } from '@aws-sdk/client-bedrock';

/** The names of the custom models that count against an account's quota in a Region: its own, not those shared with it. */
export async function ownCustomModels(bedrock: BedrockClient): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const { modelSummaries = [] } of paginateListCustomModels({ client: bedrock }, { isOwned: true }))
    names.push(...modelSummaries.map(({ modelName = '' }) => modelName));
  return names;
}
