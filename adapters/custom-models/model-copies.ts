import type { BedrockClient } from '@aws-sdk/client-bedrock';
import {
  CreateCustomModelDeploymentCommand,
  CreateModelCopyJobCommand,
  CreateProvisionedModelThroughputCommand,
  GetCustomModelCommand,
  paginateListCustomModelDeployments,
  paginateListCustomModels,
  paginateListModelCopyJobs,
  paginateListProvisionedModelThroughputs,
} from '@aws-sdk/client-bedrock';
import type { PromotionRequest } from '../../domain/custom-models/promotion-problems.ts';
import type { CopyJob, SeenRegion, SeenWork } from '../../domain/custom-models/promotion-step.ts';
import { copyInput, deploymentInput, throughputInput } from './promotion-calls.ts';
import { unlessMissing } from './unless-missing.ts';

/** Copies of a model in one Region of the target account, and what serves them. */
export function modelCopies(bedrock: BedrockClient, region: string) {
  const jobsOf = async ({ source, name }: PromotionRequest): Promise<readonly CopyJob[]> => {
    const jobs: (CopyJob & { readonly created: number })[] = [];
    const asked = { sourceModelArnEquals: source.arn, targetModelNameContains: name };
    for await (const { modelCopyJobSummaries = [] } of paginateListModelCopyJobs({ client: bedrock }, asked))
      for (const {
        jobArn = '',
        status = '',
        failureMessage,
        targetModelArn = null,
        targetModelName,
        creationTime,
      } of modelCopyJobSummaries)
        if (targetModelName === name)
          jobs.push({
            arn: jobArn,
            status,
            failure: failureMessage ?? null,
            model: targetModelArn,
            created: creationTime?.getTime() ?? 0,
          });
    return jobs.toSorted((a, b) => a.created - b.created);
  };
  /** `null` where there is no such model any more. */
  const statusOf = async (modelIdentifier: string): Promise<string | null> => {
    const model = await unlessMissing(bedrock.send(new GetCustomModelCommand({ modelIdentifier })));
    return model && (model.modelStatus ?? 'Active');
  };
  const namedAlready = async (name: string): Promise<string | null> => {
    const asked = { nameContains: name, isOwned: true };
    for await (const { modelSummaries = [] } of paginateListCustomModels({ client: bedrock }, asked))
      for (const { modelName, modelArn = null } of modelSummaries) if (modelName === name) return modelArn;
    return null;
  };
  const servingOf = async ({ serving, name }: PromotionRequest, model: string): Promise<SeenWork | null> => {
    if (serving === 'deployment') {
      const asked = { modelArnEquals: model };
      for await (const page of paginateListCustomModelDeployments({ client: bedrock }, asked))
        for (const one of page.modelDeploymentSummaries ?? [])
          if (one.customModelDeploymentName === name)
            return {
              arn: one.customModelDeploymentArn ?? '',
              status: one.status ?? '',
              failure: one.failureMessage ?? null,
            };
    }
    if (serving === 'provisioned')
      for await (const page of paginateListProvisionedModelThroughputs({ client: bedrock }, { modelArnEquals: model }))
        for (const one of page.provisionedModelSummaries ?? [])
          if (one.provisionedModelName === name)
            return { arn: one.provisionedModelArn ?? '', status: one.status ?? '', failure: null };
    return null;
  };

  return {
    async look(request: PromotionRequest): Promise<SeenRegion> {
      const found = await jobsOf(request);
      const made = found.findLast(({ status }) => status === 'Completed')?.model ?? null;
      const status = made === null ? null : await statusOf(made);
      // A copy that is being made ready is not done yet, whatever its job says.
      const jobs = found.map((job) =>
        job.model === made && status === 'Creating' ? { ...job, status: 'InProgress' } : job,
      );
      const model = status === 'Active' ? made : null;
      const named = model === null ? await namedAlready(request.name) : null;
      return {
        jobs,
        model,
        taken: named !== null && !jobs.some((job) => job.model === named) ? named : null,
        serving: model === null ? null : await servingOf(request, model),
      };
    },
    async copy(request: PromotionRequest, attempt: number): Promise<string> {
      const { jobArn = '' } = await bedrock.send(new CreateModelCopyJobCommand(copyInput(request, region, attempt)));
      return jobArn;
    },
    async serve(request: PromotionRequest, model: string): Promise<void> {
      if (request.serving === 'deployment')
        await bedrock.send(new CreateCustomModelDeploymentCommand(deploymentInput(request, model)));
      if (request.serving === 'provisioned')
        await bedrock.send(new CreateProvisionedModelThroughputCommand(throughputInput(request, model)));
    },
  };
}
