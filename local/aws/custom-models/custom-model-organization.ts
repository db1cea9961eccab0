import type { SimulatedOrganization } from '../organization/organization.ts';
import { bucketAndKeyHandlers } from './buckets-and-keys.ts';
import type { CustomModelWorld } from './custom-model-world.ts';
import { customizationHandlers } from './customization-jobs.ts';
import type { CustomizationWorld } from './customization-world.ts';
import { customizationWorld } from './customization-world.ts';
import { importJobHandlers } from './import-jobs.ts';
import { importedModelHandlers } from './imported-models.ts';
import { modelCopyHandlers } from './model-copies.ts';
import { modelServingHandlers } from './model-serving.ts';
import type { PromotionWorld } from './promotion-world.ts';
import { resourceShareHandlers } from './resource-shares.ts';
import { roleHandlers } from './roles.ts';

/** An organisation whose policies count: IAM, STS, S3, KMS, RAM and Bedrock's custom models answer as two worlds have it. */
export function customModelOrganization(
  world: CustomModelWorld,
  accounts: readonly [hub: string, ...others: string[]],
  regions: readonly string[],
  promotion: PromotionWorld,
  customization: CustomizationWorld = customizationWorld(world.now),
): SimulatedOrganization {
  return {
    hub: accounts[0],
    accounts: accounts.map((id) => ({ id, name: id })),
    regions,
    trusts: () => false,
    handlers: {
      ...roleHandlers(world),
      ...bucketAndKeyHandlers(world),
      ...importJobHandlers(world),
      ...importedModelHandlers(world),
      ...resourceShareHandlers(promotion),
      ...modelCopyHandlers(promotion),
      ...modelServingHandlers(promotion),
      ...customizationHandlers(customization, promotion),
    },
  };
}
