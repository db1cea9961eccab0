import type {
  GetInferenceProfileRequest,
  GetInferenceProfileResponse,
  InferenceProfileSummary,
  ListInferenceProfilesRequest,
  ListInferenceProfilesResponse,
} from '@aws-sdk/client-bedrock';
import type { AwsCall, Handlers } from '../handlers.ts';
import { AwsError } from '../wire/aws-error.ts';
import { bedrockArn, foundationModelArn, idIn } from './arns.ts';
import type { ApplicationProfile } from './estate.ts';
import type { Simulation } from './simulation.ts';
import { createdAt, held } from './simulation.ts';
import type { SystemProfile } from './system-profiles.ts';
import { destinationsOf, systemProfiles } from './system-profiles.ts';

/** AWS's own profiles of the Region's models, and those that the account made. No profile has an end; its models do. */
export function inferenceProfileHandlers(simulation: Simulation): Handlers {
  const system = (call: AwsCall) => systemProfiles(simulation.offered(call.region), call.region);
  const all = (call: AwsCall) => [
    ...system(call).map((profile) => systemSummary(profile, call)),
    ...held(simulation, call, 'applicationProfiles').map((profile) => applicationSummary(profile, call)),
  ];
  return {
    'bedrock:ListInferenceProfiles': (
      { typeEquals }: ListInferenceProfilesRequest,
      call: AwsCall,
    ): ListInferenceProfilesResponse => ({
      inferenceProfileSummaries: all(call).filter(({ type }) => !typeEquals || type === typeEquals),
    }),
    'bedrock:GetInferenceProfile': (
      { inferenceProfileIdentifier = '' }: GetInferenceProfileRequest,
      call: AwsCall,
    ): GetInferenceProfileResponse => {
      const found = all(call).find(({ inferenceProfileId }) => inferenceProfileId === idIn(inferenceProfileIdentifier));
      if (!found) throw new AwsError('ResourceNotFoundException', 'Inference profile not found');
      return found;
    },
  };
}

function systemSummary(profile: SystemProfile, call: AwsCall): InferenceProfileSummary {
  return {
    inferenceProfileName: profile.name,
    inferenceProfileId: profile.id,
    inferenceProfileArn: bedrockArn(call, 'inference-profile', profile.id),
    models: profile.regions.map((region) => ({ modelArn: foundationModelArn(profile.modelId, region) })),
    status: 'ACTIVE',
    type: 'SYSTEM_DEFINED',
    createdAt: createdAt({}),
    updatedAt: createdAt({}),
  };
}

function applicationSummary(profile: ApplicationProfile, call: AwsCall): InferenceProfileSummary {
  const { modelId, regions } = destinationsOf(profile.copiedFrom, call.region);
  return {
    inferenceProfileName: profile.name,
    inferenceProfileId: profile.id,
    inferenceProfileArn: bedrockArn(call, 'application-inference-profile', profile.id),
    models: regions.map((region) => ({ modelArn: foundationModelArn(modelId, region) })),
    status: 'ACTIVE',
    type: 'APPLICATION',
    createdAt: createdAt(profile),
    updatedAt: createdAt(profile),
  };
}
