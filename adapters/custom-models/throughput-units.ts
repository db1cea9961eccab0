import type { BedrockClient } from '@aws-sdk/client-bedrock';
import { paginateListProvisionedModelThroughputs } from '@aws-sdk/client-bedrock';

/** Model units without a commitment that serve custom models in a Region: they count against a quota of their own. */
export async function throughputUnits(bedrock: BedrockClient): Promise<number> {
  let units = 0;
  for await (const { provisionedModelSummaries = [] } of paginateListProvisionedModelThroughputs(
    { client: bedrock },
    {},
  ))
    for (const { modelArn = '', commitmentDuration, desiredModelUnits = 0 } of provisionedModelSummaries)
      if (commitmentDuration === undefined && modelArn.includes(':custom-model/')) units += desiredModelUnits;
  return units;
}
