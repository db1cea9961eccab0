import type {
  FoundationModelDetails,
  FoundationModelLifecycle,
  GetFoundationModelAvailabilityRequest,
  GetFoundationModelAvailabilityResponse,
  GetFoundationModelRequest,
  GetFoundationModelResponse,
  ListFoundationModelsRequest,
  ListFoundationModelsResponse,
} from '@aws-sdk/client-bedrock';
import type { AwsCall, Handlers } from '../handlers.ts';
import { AwsError } from '../wire/aws-error.ts';
import { foundationModelArn } from './arns.ts';
import type { OfferedModel } from './offered-models.ts';
import type { Simulation } from './simulation.ts';
import { midnight } from './simulation.ts';

/** `ListFoundationModels`, `GetFoundationModel` and its availability: the catalogue's models where it says they are, with what AWS knows by now. */
export function foundationModelHandlers({ offered }: Simulation): Handlers {
  const listed = ({ region }: AwsCall) => offered(region).map((one) => details(one, region));
  return {
    'bedrock:ListFoundationModels': (
      { byProvider }: ListFoundationModelsRequest,
      call: AwsCall,
    ): ListFoundationModelsResponse => ({
      modelSummaries: listed(call).filter(({ providerName }) => !byProvider || providerName === byProvider),
    }),
    'bedrock:GetFoundationModel': (
      { modelIdentifier }: GetFoundationModelRequest,
      call: AwsCall,
    ): GetFoundationModelResponse => {
      const modelDetails = listed(call).find(
        ({ modelId, modelArn }) => modelId === modelIdentifier || modelArn === modelIdentifier,
      );
      if (!modelDetails) throw new AwsError('ResourceNotFoundException', 'The model identifier could not be found.');
      return { modelDetails };
    },
    'bedrock:GetFoundationModelAvailability': (
      { modelId = '' }: GetFoundationModelAvailabilityRequest,
      call: AwsCall,
    ): GetFoundationModelAvailabilityResponse => {
      const isHere = listed(call).some((one) => one.modelId === modelId);
      const available = isHere ? 'AVAILABLE' : 'NOT_AVAILABLE';
      return {
        modelId,
        agreementAvailability: { status: available },
        authorizationStatus: 'AUTHORIZED',
        entitlementAvailability: available,
        regionAvailability: available,
      };
    },
  };
}

function details(model: OfferedModel, region: string): FoundationModelDetails {
  const embeds = model.modelId.includes('embed');
  return {
    modelArn: foundationModelArn(model.modelId, region),
    modelId: model.modelId,
    modelName: model.name,
    providerName: model.provider,
    inputModalities: ['TEXT'],
    outputModalities: [embeds ? 'EMBEDDING' : 'TEXT'],
    responseStreamingSupported: !embeds,
    customizationsSupported: [],
    inferenceTypesSupported: ['ON_DEMAND'],
    modelLifecycle: lifecycle(model),
  };
}

/** An active model is listed without an end. Times of day are not published; midnight UTC stands for the day. */
function lifecycle({ launch, end }: OfferedModel): FoundationModelLifecycle {
  return {
    status: end ? 'LEGACY' : 'ACTIVE',
    ...(launch && { startOfLifeTime: midnight(launch) }),
    ...(end && { legacyTime: midnight(end.legacy), endOfLifeTime: midnight(end.endOfLife) }),
    ...(end?.extendedAccess && { publicExtendedAccessTime: midnight(end.extendedAccess) }),
  };
}
