import { BedrockClient } from '@aws-sdk/client-bedrock';
import { KMSClient } from '@aws-sdk/client-kms';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { RAMClient } from '@aws-sdk/client-ram';
import { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import type { AwsAccess } from '../aws-access.ts';
import type { PromotionCheckClients } from './check-promotion.ts';
import { modelCopies } from './model-copies.ts';
import { modelSharing } from './model-sharing.ts';

/** What a promotion asks of both accounts: sharing in the model's Region, copies in each Region of the target account. */
export function promotionClients(source: AwsAccess, target: AwsAccess, region: string, targetRole: string) {
  const [there, here] = [
    { ...source, region },
    { ...target, region },
  ];
  const check: PromotionCheckClients = {
    source: {
      bedrock: new BedrockClient(there),
      kms: new KMSClient(there),
      organizations: new OrganizationsClient(there),
    },
    target: {
      organizations: new OrganizationsClient(here),
      in: (code) => {
        const settings = { ...target, region: code };
        return {
          bedrock: new BedrockClient(settings),
          kms: new KMSClient(settings),
          quotas: new ServiceQuotasClient(settings),
        };
      },
    },
    targetRole,
  };
  return {
    check,
    ...modelSharing({
      source: new RAMClient(there),
      target: new RAMClient(here),
      targetBedrock: new BedrockClient(here),
    }),
    region: (code: string) => modelCopies(new BedrockClient({ ...target, region: code }), code),
  };
}
