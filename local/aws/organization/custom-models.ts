import type {
  ListCustomModelDeploymentsResponse,
  ListCustomModelsResponse,
  ListImportedModelsResponse,
  ListModelCustomizationJobsRequest,
  ListModelCustomizationJobsResponse,
} from '@aws-sdk/client-bedrock';
import type { AwsCall, Handlers } from '../handlers.ts';
import { bedrockArn, customModelArn, foundationModelArn, modelArn } from './arns.ts';
import type { Simulation } from './simulation.ts';
import { createdAt, held } from './simulation.ts';

/** Trained, deployed and imported models, and training that is under way. */
export function customModelHandlers(simulation: Simulation): Handlers {
  return {
    'bedrock:ListCustomModels': (_: object, call: AwsCall): ListCustomModelsResponse => ({
      modelSummaries: held(simulation, call, 'customModels').map((model) => ({
        modelArn: customModelArn(call, model.foundationModel, model.id),
        modelName: model.name,
        creationTime: createdAt(model),
        baseModelArn: model.base ?? foundationModelArn(model.foundationModel, call.region),
        baseModelName: model.foundationModel,
        customizationType: 'FINE_TUNING',
        ownerAccountId: call.account,
        modelStatus: 'Active',
      })),
    }),
    'bedrock:ListCustomModelDeployments': (_: object, call: AwsCall): ListCustomModelDeploymentsResponse => ({
      modelDeploymentSummaries: held(simulation, call, 'deployments').map((deployment) => ({
        customModelDeploymentArn: bedrockArn(call, 'custom-model-deployment', deployment.id),
        customModelDeploymentName: deployment.name,
        modelArn: deployment.model,
        createdAt: createdAt(deployment),
        status: 'Active',
      })),
    }),
    'bedrock:ListImportedModels': (_: object, call: AwsCall): ListImportedModelsResponse => ({
      modelSummaries: held(simulation, call, 'importedModels').map((model) => ({
        modelArn: bedrockArn(call, 'imported-model', model.id),
        modelName: model.name,
        creationTime: createdAt(model),
        instructSupported: true,
        modelArchitecture: model.architecture,
      })),
    }),
    'bedrock:ListModelCustomizationJobs': (
      { statusEquals }: ListModelCustomizationJobsRequest,
      call: AwsCall,
    ): ListModelCustomizationJobsResponse => ({
      modelCustomizationJobSummaries: held(simulation, call, 'customizationJobs')
        .map((job) => ({
          jobArn: bedrockArn(call, 'model-customization-job', `${job.base}/${job.id}`),
          baseModelArn: modelArn(job.base, call),
          jobName: job.name,
          status: 'InProgress' as const,
          creationTime: createdAt(job),
          customModelName: job.name,
          customizationType: 'FINE_TUNING' as const,
        }))
        .filter(({ status }) => !statusEquals || status === statusEquals),
    }),
  };
}
