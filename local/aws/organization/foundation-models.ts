import type {
  FoundationModelDetails,
  FoundationModelLifecycle,
  GetFoundationModelRequest,
  GetFoundationModelResponse,
  ListFoundationModelsRequest,
  ListFoundationModelsResponse,
} from '@aws-sdk/client-bedrock';
import type { DateTime } from 'luxon';
import type { Catalogue } from '../../../domain/catalogue.ts';
import type { AwsCall, Handlers } from '../handlers.ts';
import { AwsError } from '../wire/aws-error.ts';
import type { OfferedModel } from './offered-models.ts';
import { offeredModels } from './offered-models.ts';

/** `ListFoundationModels` and `GetFoundationModel`: the catalogue's models where it says they are, with what AWS knows by now. */
export function foundationModelHandlers(catalogue: Catalogue, now: () => DateTime): Handlers {
  const listed = ({ region }: AwsCall) => offeredModels(catalogue, region, now()).map((one) => details(one, region));
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
  };
}

export function foundationModelArn(modelId: string, region: string): string {
  return `arn:aws:bedrock:${region}::foundation-model/${modelId}`;
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

function midnight(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
