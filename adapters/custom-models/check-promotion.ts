import type { BedrockClient } from '@aws-sdk/client-bedrock';
import { GetCustomModelCommand } from '@aws-sdk/client-bedrock';
import type { KMSClient } from '@aws-sdk/client-kms';
import type { OrganizationsClient } from '@aws-sdk/client-organizations';
import { DescribeOrganizationCommand } from '@aws-sdk/client-organizations';
import type { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { modelKeyCheck } from '../../domain/custom-models/model-key-check.ts';
import { copyKeyUses } from '../../domain/custom-models/copy-key-uses.ts';
import type { PromotionRequest } from '../../domain/custom-models/promotion-problems.ts';
import type { Statement } from '../../domain/iam/policy-document.ts';
import { checkRoom } from './check-room.ts';
import { keyPolicyFor } from './key-policy.ts';
import { unlessMissing } from './unless-missing.ts';

/** Clients of both accounts that are asked before anything is created. */
export interface PromotionCheckClients {
  readonly source: {
    readonly bedrock: BedrockClient;
    readonly kms: KMSClient;
    readonly organizations: OrganizationsClient;
  };
  readonly target: {
    readonly organizations: OrganizationsClient;
    readonly in: (region: string) => {
      readonly bedrock: BedrockClient;
      readonly kms: KMSClient;
      readonly quotas: ServiceQuotasClient;
    };
  };
  /** The role that copies, in the target account. */
  readonly targetRole: string;
}

export interface PromotionCheck {
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
  /** Statements that key policies lack, by key ARN. */
  readonly keyStatements: Readonly<Record<string, readonly Statement[]>>;
}

/** What must be so before a promotion begins: the model, one organisation, quotas and keys. Changes nothing; a call that fails is thrown. */
export async function checkPromotion(
  request: PromotionRequest,
  clients: PromotionCheckClients,
): Promise<PromotionCheck> {
  const { source } = request;
  const asked = new GetCustomModelCommand({ modelIdentifier: source.arn });
  const model = await unlessMissing(clients.source.bedrock.send(asked));
  if (!model) return { problems: [`${source.arn}: there is no such custom model`], warnings: [], keyStatements: {} };

  const status = model.modelStatus ?? 'Active';
  const inactive = status === 'Active' ? [] : [`${source.arn} is ${status}; only an active model can be shared`];
  const check = await checkTarget(request, { key: model.modelKmsKeyArn ?? null, isNew: false }, clients);
  return { ...check, problems: [...inactive, ...check.problems] };
}

/**
 * The same of a model that is not there yet, as far as its target goes. `key` will encrypt it; of one that is new no copy can be there, so
 * whatever has its name is another model.
 */
export async function checkTarget(
  request: PromotionRequest,
  { key, isNew }: { readonly key: string | null; readonly isNew: boolean },
  clients: PromotionCheckClients,
): Promise<PromotionCheck> {
  const { source, target, targetRole } = clients;
  const kmsOf = (use: { readonly use: string }, region = '') =>
    use.use === 'decryptSource' ? source.kms : target.in(region).kms;
  const [organizations, rooms, read] = await Promise.all([
    request.source.account === request.targetAccount ? [] : organizationProblems(clients),
    Promise.all(request.regions.map((region) => checkRoom(region, request, isNew, target.in(region)))),
    Promise.all(copyKeyUses(request, key, targetRole).map((use) => keyPolicyFor(use, kmsOf(use, use.regions[0])))),
  ]);
  const keys = modelKeyCheck(read);
  return {
    problems: [...organizations, ...rooms.flatMap(({ problems }) => problems), ...keys.problems],
    warnings: [...rooms.flatMap(({ warnings }) => warnings), ...keys.warnings],
    keyStatements: keys.statements,
  };
}

async function organizationProblems({ source, target }: PromotionCheckClients): Promise<readonly string[]> {
  const idOf = async (client: OrganizationsClient) =>
    client
      .send(new DescribeOrganizationCommand({}))
      .then(({ Organization }) => Organization?.Id ?? null)
      .catch((fault: unknown) => {
        if (fault instanceof Error && fault.name === 'AWSOrganizationsNotInUseException') return null;
        throw fault;
      });
  const [own, other] = await Promise.all([idOf(source.organizations), idOf(target.organizations)]);
  return own !== null && own === other
    ? []
    : ['both accounts must be in the same organisation: models are shared in no other way'];
}
