import type { BedrockClient } from '@aws-sdk/client-bedrock';
import type { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import type { PromotionRequest } from '../../domain/custom-models/promotion-problems.ts';
import { modelRoomProblems, throughputProblems } from '../../domain/custom-models/room-problems.ts';
import { customModelQuotas } from './custom-model-quotas.ts';
import { ownCustomModels } from './own-custom-models.ts';
import { throughputUnits } from './throughput-units.ts';

/**
 * Whether a Region has room for a copy and, where that is asked for, for a unit of throughput. A copy that is there already needs none, unless
 * the model is new: then it is another's.
 */
export async function checkRoom(
  region: string,
  { name, serving }: Pick<PromotionRequest, 'name' | 'serving'>,
  isNew: boolean,
  { bedrock, quotas }: { readonly bedrock: BedrockClient; readonly quotas: ServiceQuotasClient },
): Promise<{ readonly problems: readonly string[]; readonly warnings: readonly string[] }> {
  const most = await customModelQuotas(quotas);
  const names = await ownCustomModels(bedrock);
  const isThere = names.includes(name);
  const units = serving === 'provisioned' && !isThere ? await throughputUnits(bedrock) : null;
  return {
    problems: [
      ...(isNew && isThere
        ? [`${region}: a custom model named ${name} is there already: delete or keep it elsewhere`]
        : []),
      ...(isThere ? [] : modelRoomProblems(region, names.length, most.customModels)),
      ...throughputProblems(region, units, most.throughputUnits),
    ],
    warnings:
      most.customModels === null
        ? [`${region}: no quota for custom models was found; whether one is left is not known`]
        : [],
  };
}
