import type { BedrockClient, ModelCustomization } from '@aws-sdk/client-bedrock';
import { ListFoundationModelsCommand } from '@aws-sdk/client-bedrock';
import type { IAMClient } from '@aws-sdk/client-iam';
import { GetRoleCommand } from '@aws-sdk/client-iam';
import type { KMSClient } from '@aws-sdk/client-kms';
import { DescribeKeyCommand } from '@aws-sdk/client-kms';
import type { S3Client } from '@aws-sdk/client-s3';
import type { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import type { OriginalJob } from '../../domain/custom-models/original-job.ts';
import { modelKeyCheck } from '../../domain/custom-models/model-key-check.ts';
import type { PreflightFacts } from '../../domain/custom-models/preflight.ts';
import type { TrainingKeyTerms } from '../../domain/custom-models/training-key-uses.ts';
import { trainingKeyUses } from '../../domain/custom-models/training-key-uses.ts';
import { baseModelId } from '../../domain/model-id.ts';
import { customModelQuotas } from './custom-model-quotas.ts';
import { keyPolicyFor } from './key-policy.ts';
import { ownCustomModels } from './own-custom-models.ts';
import { readPolicyDocument } from './policy-document.ts';
import { isThere, readTrainingData } from './read-training-data.ts';
import { throughputUnits } from './throughput-units.ts';

/** Clients of the account and Region of the custom model. */
export interface PreflightClients {
  readonly bedrock: BedrockClient;
  readonly s3: S3Client;
  readonly iam: IAMClient;
  readonly kms: KMSClient;
  readonly quotas: ServiceQuotasClient;
}

/** Looks at everything that a training depends on; changes nothing. A call that fails is thrown. */
export async function readPreflight(
  { bedrock, s3, iam, kms, quotas }: PreflightClients,
  original: OriginalJob,
  { replacement, serving, sundialRole }: TrainingKeyTerms,
): Promise<PreflightFacts> {
  const { trainingData, validationData, roleArn, kmsKey, customizationType } = original;
  const uris = [trainingData, ...validationData];
  const there = await Promise.all(uris.map((uri) => isThere(s3, uri)));
  const missing = uris.filter((_, index) => there[index] === false);
  const most = await customModelQuotas(quotas);
  const uses = trainingKeyUses(original, { replacement, serving, sundialRole });
  return {
    replacement: await customisable(bedrock, replacement, customizationType),
    missing,
    form: missing.includes(trainingData)
      ? null
      : ((await readTrainingData(s3, trainingData, 'form'))?.[0]?.form ?? null),
    role: await roleOf(iam, roleArn),
    key:
      kmsKey === null
        ? null
        : {
            state: await keyState(kms, kmsKey),
            ...modelKeyCheck(await Promise.all(uses.map((use) => keyPolicyFor(use, kms)))),
          },
    models: { names: await ownCustomModels(bedrock), quota: most.customModels },
    throughput:
      serving === 'provisioned' ? { units: await throughputUnits(bedrock), quota: most.throughputUnits } : null,
  };
}

/** The variant that can be customised often has a context length behind its id. */
async function customisable(bedrock: BedrockClient, replacement: string, type: string) {
  const asked = { byCustomizationType: type as ModelCustomization };
  const { modelSummaries = [] } = await bedrock.send(new ListFoundationModelsCommand(asked));
  const found = modelSummaries.find(({ modelId = '' }) => baseModelId(modelId) === baseModelId(replacement));
  return found?.modelArn === undefined
    ? null
    : {
        arn: found.modelArn,
        customizations: found.customizationsSupported ?? [],
        legacy: found.modelLifecycle?.status === 'LEGACY',
      };
}

async function roleOf(iam: IAMClient, arn: string): Promise<PreflightFacts['role']> {
  const RoleName = arn.slice(arn.lastIndexOf('/') + 1);
  const answer = await iam.send(new GetRoleCommand({ RoleName })).catch((fault: unknown) => {
    if (fault instanceof Error && fault.name === 'NoSuchEntityException') return null;
    throw fault;
  });
  if (!answer?.Role) return null;
  const { Statement } = readPolicyDocument(answer.Role.AssumeRolePolicyDocument ?? '', `the trust policy of ${arn}`);
  return {
    trustsBedrock: Statement.some(
      ({ Effect, Principal }) =>
        Effect === 'Allow' &&
        Principal !== undefined &&
        (Principal === '*' || (Principal.Service ?? []).includes('bedrock.amazonaws.com')),
    ),
  };
}

async function keyState(kms: KMSClient, KeyId: string): Promise<string> {
  try {
    const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
    return KeyMetadata?.KeyState ?? 'Unknown';
  } catch (fault) {
    if (fault instanceof Error && ['NotFoundException', 'AccessDeniedException'].includes(fault.name))
      return fault.name;
    throw fault;
  }
}
