import type { SimulatedOrganization } from '../organization/organization.ts';
import { bucketAndKeyHandlers } from './buckets-and-keys.ts';
import type { CustomModelWorld } from './custom-model-world.ts';
import { importJobHandlers } from './import-jobs.ts';
import { importedModelHandlers } from './imported-models.ts';
import { roleHandlers } from './roles.ts';

/** An organisation whose policies count: IAM, STS, S3, KMS and Bedrock's imports answer as a world of custom models has it. */
export function customModelOrganization(
  world: CustomModelWorld,
  accounts: readonly [hub: string, ...others: string[]],
  regions: readonly string[],
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
    },
  };
}
