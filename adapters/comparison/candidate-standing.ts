import {
  BedrockClient,
  GetFoundationModelAvailabilityCommand,
  GetFoundationModelCommand,
  paginateListInferenceProfiles,
} from '@aws-sdk/client-bedrock';
import type { CandidateStanding } from '../../domain/cases/candidate-standing.ts';
import { isBareId } from '../../domain/cases/candidate-standing.ts';
import { baseModelId } from '../../domain/model-id.ts';
import type { AwsAccess } from '../aws-access.ts';

/** A look before the run must not take longer than the run. */
const patienceMs = 8_000;

/**
 * Asks Bedrock whether a model can be used in a Region by this account. A call that fails tells nothing against the model: it stands under
 * `unknown`. A model whose base model cannot be told is not asked about.
 */
export async function candidateStanding(
  access: AwsAccess,
  region: string,
  candidate: string,
): Promise<CandidateStanding> {
  const modelId = baseModelId(candidate);
  if (modelId === null) return notAsked([]);
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
  const [availability, found] = await Promise.all([
    settled(
      'bedrock:GetFoundationModelAvailability',
      bedrock.send(new GetFoundationModelAvailabilityCommand({ modelId }), { abortSignal }),
    ),
    settled(
      'bedrock:GetFoundationModel',
      bedrock.send(new GetFoundationModelCommand({ modelIdentifier: modelId }), { abortSignal }),
    ),
  ]);
  const { inferenceTypesSupported: types = [], modelLifecycle } = found?.modelDetails ?? {};
  const indirect = types.length > 0 && !types.includes('ON_DEMAND') && isBareId(candidate);
  const profiles = indirect ? await settled('bedrock:ListInferenceProfiles', profilesOf(bedrock, modelId)) : [];
  return {
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
