import type { BedrockClient } from '@aws-sdk/client-bedrock';
import { GetCustomModelCommand } from '@aws-sdk/client-bedrock';
import type { KMSClient } from '@aws-sdk/client-kms';
import { GetKeyPolicyCommand } from '@aws-sdk/client-kms';
import type { OrganizationsClient } from '@aws-sdk/client-organizations';
import { DescribeOrganizationCommand } from '@aws-sdk/client-organizations';
import type { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import type { CopyKey } from '../../domain/custom-models/copy-key-statements.ts';
import { copyKeyStatement, missingKeyActions } from '../../domain/custom-models/copy-key-statements.ts';
import type { PromotionRequest } from '../../domain/custom-models/promotion-problems.ts';
import type { Statement } from '../../domain/iam/policy-document.ts';
import { customModelQuota } from './custom-model-quota.ts';
import { ownCustomModels } from './own-custom-models.ts';
import { readPolicyDocument } from './policy-document.ts';
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
  const { source, targetAccount } = request;
  const asked = new GetCustomModelCommand({ modelIdentifier: source.arn });
  const model = await unlessMissing(clients.source.bedrock.send(asked));
  if (!model) return { problems: [`${source.arn}: there is no such custom model`], warnings: [], keyStatements: {} };

  const status = model.modelStatus ?? 'Active';
  const [organizations, quotas, keys] = await Promise.all([
    source.account === targetAccount ? [] : organizationProblems(clients),
    Promise.all(request.regions.map((region) => quotaReport(region, request.name, clients))),
    keyReport(request, model.modelKmsKeyArn ?? null, clients),
  ]);
  return {
    problems: [
      ...(status === 'Active' ? [] : [`${source.arn} is ${status}; only an active model can be shared`]),
      ...organizations,
      ...quotas.flatMap(({ problems }) => problems),
      ...keys.problems,
    ],
    warnings: quotas.flatMap(({ warnings }) => warnings),
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

/** Names of quotas are their only key, and change; where none is found that is said. A copy that is there already needs no room. */
async function quotaReport(region: string, copy: string, { target }: PromotionCheckClients) {
  const { bedrock, quotas } = target.in(region);
  const most = await customModelQuota(quotas);
  if (most === null)
    return {
      problems: [],
      warnings: [`${region}: no quota for custom models was found; whether one is left is not known`],
    };

  const names = await ownCustomModels(bedrock);
  const there = names.length;
  const problem = `${region}: there are ${there} custom models, and the quota is ${most}: ask for more, or delete one`;
  return { problems: there < most || names.includes(copy) ? [] : [problem], warnings: [] };
}

async function keyReport(request: PromotionRequest, modelKey: string | null, clients: PromotionCheckClients) {
  const { source, targetAccount, regions, keys } = request;
  const role = { roleArn: clients.targetRole, roleAccount: targetAccount };
  const wanted: (CopyKey & { readonly kms: KMSClient })[] = [
    ...(modelKey === null
      ? []
      : [
          {
            ...role,
            key: modelKey,
            account: source.account,
            regions: [...new Set([source.region, ...regions])],
            use: 'decryptSource' as const,
            kms: clients.source.kms,
          },
        ]),
    ...Object.entries(keys).map(([region, key]) => ({
      ...role,
      key,
      account: targetAccount,
      regions: [region],
      use: 'encryptCopy' as const,
      kms: clients.target.in(region).kms,
    })),
  ];
  const lacking = await Promise.all(
    wanted.map(async ({ kms, ...one }) => {
      const { Policy = '{}' } = await kms.send(new GetKeyPolicyCommand({ KeyId: one.key, PolicyName: 'default' }));
      return { one, missing: missingKeyActions(one, readPolicyDocument(Policy, `the key policy of ${one.key}`)) };
    }),
  );
  const wrong = lacking.filter(({ missing }) => missing.length > 0);
  return {
    problems: wrong.map(
      ({ one, missing }) => `the key policy of ${one.key} does not allow ${missing.join(', ')} to ${one.roleArn}`,
    ),
    statements: Object.fromEntries(wrong.map(({ one }) => [one.key, [copyKeyStatement(one)]])),
  };
}
