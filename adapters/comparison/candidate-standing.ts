import {
  BedrockClient,
  GetFoundationModelAvailabilityCommand,
  GetFoundationModelCommand,
  paginateListInferenceProfiles,
} from '@aws-sdk/client-bedrock';
import { paginateListServiceQuotas, ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import type { CandidateStanding } from '../../domain/cases/candidate-standing.ts';
import { isBareId } from '../../domain/cases/candidate-standing.ts';
import type { ModelQuota } from '../../domain/inventory.ts';
import { baseModelId } from '../../domain/model-id.ts';
import type { QuotaName } from '../../domain/quota-name.ts';
import type { AwsAccess } from '../aws-access.ts';

type Quota = Omit<ModelQuota, 'account' | 'region'>;

interface Standing {
  readonly standing: CandidateStanding;
  readonly quotas: readonly ModelQuota[];
}

/** A look before the run must not take longer than the run. */
const patienceMs = 8_000;

/**
 * Asks Bedrock whether a model can be used in a Region by this account, and Service Quotas how much of it, where `named` tells what the
 * names of quotas mean. A call that fails tells nothing against the model: it stands under `unknown`. A model whose base model cannot be told is not asked about.
 */
export async function candidateStanding(
  access: AwsAccess,
  region: string,
  candidate: string,
  named: ((quotaName: string) => QuotaName | null) | null,
): Promise<Standing> {
  const modelId = baseModelId(candidate);
  if (modelId === null) return { standing: notAsked([]), quotas: [] };
  const patient = { ...access, region, maxAttempts: 2, retryMode: 'standard' } as const;
  const bedrock = new BedrockClient(patient);
  const abortSignal = AbortSignal.timeout(patienceMs);
  const unknown: string[] = [];
  const settled = async <Answer>(call: string, answer: Promise<Answer>): Promise<Answer | null> => {
    try {
      return await answer;
    } catch (error) {
      unknown.push(
        `${call} did not answer, so that is not checked: ${error instanceof Error ? error.message : String(error)}`,
      );
      return null;
    }
  };
  const [availability, found, quotas] = await Promise.all([
    settled(
      'bedrock:GetFoundationModelAvailability',
      bedrock.send(new GetFoundationModelAvailabilityCommand({ modelId }), { abortSignal }),
    ),
    settled(
      'bedrock:GetFoundationModel',
      bedrock.send(new GetFoundationModelCommand({ modelIdentifier: modelId }), { abortSignal }),
    ),
    named &&
      settled(
        'servicequotas:ListServiceQuotas',
        quotasOf(new ServiceQuotasClient(patient), modelId, named, abortSignal),
      ),
  ]);
  const { inferenceTypesSupported: types = [], modelLifecycle } = found?.modelDetails ?? {};
  const indirect = types.length > 0 && !types.includes('ON_DEMAND') && isBareId(candidate);
  const profiles = indirect ? await settled('bedrock:ListInferenceProfiles', profilesOf(bedrock, modelId)) : [];
  const standing: CandidateStanding = {
    region: availability?.regionAvailability ?? null,
    entitlement: availability?.entitlementAvailability ?? null,
    authorization: availability?.authorizationStatus ?? null,
    agreement: availability?.agreementAvailability?.status ?? null,
    status: modelLifecycle?.status ?? null,
    endOfLife: modelLifecycle?.endOfLifeTime?.toISOString().slice(0, 10) ?? null,
    inferenceTypes: types,
    profiles: profiles ?? [],
    unknown,
  };
  return { standing, quotas: (quotas ?? []).map((quota) => ({ ...quota, account: '', region })) };
}

function notAsked(unknown: readonly string[]): CandidateStanding {
  const nothing = {
    region: null,
    entitlement: null,
    authorization: null,
    agreement: null,
    status: null,
    endOfLife: null,
  };
  return { ...nothing, inferenceTypes: [], profiles: [], unknown };
}

async function quotasOf(
  client: ServiceQuotasClient,
  modelId: string,
  named: (quotaName: string) => QuotaName | null,
  abortSignal: AbortSignal,
): Promise<readonly Quota[]> {
  const quotas: Quota[] = [];
  const asked = { ServiceCode: 'bedrock', MaxResults: 100 };
  for await (const { Quotas = [] } of paginateListServiceQuotas({ client }, asked, { abortSignal }))
    for (const { QuotaName: name = '', QuotaCode: code = '', Value: value } of Quotas) {
      const meaning = named(name);
      if (meaning?.modelId === modelId && value !== undefined) quotas.push({ ...meaning, name, code, value });
    }
  return quotas;
}

async function profilesOf(client: BedrockClient, modelId: string): Promise<readonly string[]> {
  const profiles: string[] = [];
  for await (const { inferenceProfileSummaries = [] } of paginateListInferenceProfiles(
    { client },
    { typeEquals: 'SYSTEM_DEFINED' },
  ))
    for (const { inferenceProfileId, models = [] } of inferenceProfileSummaries)
      if (inferenceProfileId && models.some(({ modelArn = '' }) => baseModelId(modelArn) === modelId))
        profiles.push(inferenceProfileId);
  return profiles;
}
