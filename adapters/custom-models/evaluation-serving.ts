import type { BedrockClient } from '@aws-sdk/client-bedrock';
import {
  CreateCustomModelDeploymentCommand,
  CreateProvisionedModelThroughputCommand,
  paginateListCustomModelDeployments,
  paginateListProvisionedModelThroughputs,
} from '@aws-sdk/client-bedrock';
import type { CustomModelMigration } from '../../domain/custom-models/custom-model-migration.ts';
import type { SeenWork } from '../../domain/custom-models/promotion-step.ts';
import { requestToken } from './promotion-calls.ts';
import { migrationTags } from './training-jobs.ts';

/** What makes a custom model callable, with its name. */
export interface SeenServing extends SeenWork {
  readonly kind: 'deployment' | 'provisionedThroughput';
  readonly name: string;
}

/** Deployments and provisioned throughput of custom models, in one account and Region. */
export function evaluationServing(bedrock: BedrockClient) {
  return {
    /** Everything that serves a model. */
    async of(modelArn: string): Promise<readonly SeenServing[]> {
      const found: SeenServing[] = [];
      const asked = { modelArnEquals: modelArn };
      for await (const { modelDeploymentSummaries = [] } of paginateListCustomModelDeployments(
        { client: bedrock },
        asked,
      ))
        for (const one of modelDeploymentSummaries)
          found.push({
            kind: 'deployment',
            name: one.customModelDeploymentName ?? '',
            arn: one.customModelDeploymentArn ?? '',
            status: one.status ?? '',
            failure: one.failureMessage ?? null,
          });
      const pages = paginateListProvisionedModelThroughputs({ client: bedrock }, asked);
      for await (const { provisionedModelSummaries = [] } of pages)
        for (const one of provisionedModelSummaries)
          found.push({
            kind: 'provisionedThroughput',
            name: one.provisionedModelName ?? '',
            arn: one.provisionedModelArn ?? '',
            status: one.status ?? '',
            failure: null,
          });
      return found;
    },
    /** Throughput is one unit without a commitment. The same name for the same model twice is the same thing. */
    async create(
      migration: CustomModelMigration,
      modelArn: string,
      name: string,
      kind: SeenServing['kind'],
    ): Promise<string> {
      const tags = migrationTags(migration);
      const clientRequestToken = requestToken(kind, modelArn, name);
      if (kind === 'deployment') {
        const asked = { modelDeploymentName: name, modelArn, tags, clientRequestToken };
        return (await bedrock.send(new CreateCustomModelDeploymentCommand(asked))).customModelDeploymentArn ?? '';
      }
      const asked = { provisionedModelName: name, modelId: modelArn, modelUnits: 1, tags, clientRequestToken };
      return (await bedrock.send(new CreateProvisionedModelThroughputCommand(asked))).provisionedModelArn ?? '';
    },
  };
}
