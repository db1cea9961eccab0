import type {
  DeleteImportedModelRequest,
  GetImportedModelRequest,
  GetImportedModelResponse,
  ListImportedModelsRequest,
  ListImportedModelsResponse,
} from '@aws-sdk/client-bedrock';
import type { InvokeModelRequest } from '@aws-sdk/client-bedrock-runtime';
import type { GetMetricStatisticsInput, GetMetricStatisticsOutput } from '@aws-sdk/client-cloudwatch';
import type { AwsCall, Handlers } from '../handlers.ts';
import { AwsError } from '../wire/aws-error.ts';
import type { CustomModelWorld, SimulatedImportedModel } from './custom-model-world.ts';

/** Imported models: listed, called (not at once: they are loaded first) and deleted. */
export function importedModelHandlers(world: CustomModelWorld): Handlers {
  const inPlace = ({ account, region }: AwsCall) =>
    [...world.importedModels.values()].filter((one) => one.account === account && one.region === region);
  const modelNamed = (identifier: string | undefined, call: AwsCall): SimulatedImportedModel => {
    const model = inPlace(call).find(({ arn, name }) => arn === identifier || name === identifier);
    if (!model) throw new AwsError('ResourceNotFoundException', 'The model identifier could not be found.', 404);
    return model;
  };

  return {
    'bedrock:ListImportedModels': (
      { nameContains = '' }: ListImportedModelsRequest,
      call: AwsCall,
    ): ListImportedModelsResponse => ({
      modelSummaries: inPlace(call)
        .filter(({ name }) => name.includes(nameContains))
        .map(({ arn, name, at, architecture }) => ({
          modelArn: arn,
          modelName: name,
          creationTime: at.toJSDate(),
          instructSupported: true,
          modelArchitecture: architecture,
        })),
    }),
    'bedrock:GetImportedModel': (
      { modelIdentifier }: GetImportedModelRequest,
      call: AwsCall,
    ): GetImportedModelResponse => {
      const { arn, name, at, architecture, job } = modelNamed(modelIdentifier, call);
      return {
        modelArn: arn,
        modelName: name,
        jobName: job.name,
        jobArn: job.arn,
        creationTime: at.toJSDate(),
        modelArchitecture: architecture,
        instructSupported: true,
        customModelUnits: { customModelUnitsPerModelCopy: 1, customModelUnitsVersion: '1.0' },
      };
    },
    'bedrock:DeleteImportedModel': ({ modelIdentifier }: DeleteImportedModelRequest, call: AwsCall) => {
      world.importedModels.delete(modelNamed(modelIdentifier, call).arn);
      return {};
    },
    'cloudwatch:GetMetricStatistics': ({
      Dimensions,
      EndTime,
    }: GetMetricStatisticsInput): GetMetricStatisticsOutput => {
      const model = world.importedModels.get(Dimensions?.[0]?.Value ?? '');
      return { Datapoints: model?.invocations ? [{ Timestamp: EndTime, Sum: model.invocations, Unit: 'Count' }] : [] };
    },
    'bedrock-runtime:InvokeModel': ({ modelId }: InvokeModelRequest, call: AwsCall) => {
      const model = modelNamed(modelId, call);
      if (model.coldCalls > 0) {
        model.coldCalls -= 1;
        throw new AwsError(
          'ModelNotReadyException',
          'Model is not ready for inference. Wait and try your request again.',
          429,
        );
      }
      model.invocations += 1;
      return { body: JSON.stringify({ generation: 'Hello.', stop_reason: 'length' }) };
    },
  };
}
