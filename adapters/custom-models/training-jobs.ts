import type { BedrockClient, CreateModelCustomizationJobCommandInput } from '@aws-sdk/client-bedrock';
import {
  CreateModelCustomizationJobCommand,
  GetCustomModelCommand,
  GetModelCustomizationJobCommand,
  StopModelCustomizationJobCommand,
} from '@aws-sdk/client-bedrock';
import type { CustomModelMigration } from '../../domain/custom-models/custom-model-migration.ts';
import { attemptName } from '../../domain/custom-models/custom-model-start.ts';
import type { OriginalJob } from '../../domain/custom-models/original-job.ts';
import { requestToken } from './promotion-calls.ts';
import { unlessMissing } from './unless-missing.ts';

/** A training job, as it stands. */
export interface SeenTraining {
  readonly arn: string;
  /** `InProgress`, `Completed`, `Failed`, `Stopping`, `Stopped`. */
  readonly status: string;
  readonly failure: string | null;
  /** ARN of the model it made. */
  readonly model: string | null;
}

/** What made a custom model: its job, or, of a copy, the model it was copied from. */
export type SeenOriginal =
  | { readonly kind: 'job'; readonly job: OriginalJob }
  | { readonly kind: 'copy'; readonly of: string }
  | { readonly kind: 'none' };

export type TrainingInput = CreateModelCustomizationJobCommandInput;

/** Training jobs of one account and Region. A job is found by its name, which is the attempt's. */
export function trainingJobs(bedrock: BedrockClient) {
  return {
    async original(arn: string): Promise<SeenOriginal> {
      const model = await unlessMissing(bedrock.send(new GetCustomModelCommand({ modelIdentifier: arn })));
      if (!model) return { kind: 'none' };
      const { jobArn, baseModelArn = '' } = model;
      if (jobArn === undefined || jobArn === '')
        return baseModelArn.includes(':custom-model/') ? { kind: 'copy', of: baseModelArn } : { kind: 'none' };
      const job = await unlessMissing(bedrock.send(new GetModelCustomizationJobCommand({ jobIdentifier: jobArn })));
      if (!job) return { kind: 'none' };
      return {
        kind: 'job',
        job: {
          jobArn,
          baseModelArn: job.baseModelArn ?? baseModelArn,
          customizationType: job.customizationType ?? 'FINE_TUNING',
          roleArn: job.roleArn ?? '',
          trainingData: job.trainingDataConfig?.s3Uri ?? '',
          validationData: (job.validationDataConfig?.validators ?? []).map(({ s3Uri = '' }) => s3Uri),
          outputData: job.outputDataConfig?.s3Uri ?? '',
          hyperParameters: job.hyperParameters ?? {},
          kmsKey: job.outputModelKmsKeyArn ?? null,
          vpc: job.vpcConfig
            ? { subnetIds: job.vpcConfig.subnetIds ?? [], securityGroupIds: job.vpcConfig.securityGroupIds ?? [] }
            : null,
        },
      };
    },
    async find(name: string): Promise<SeenTraining | null> {
      const job = await unlessMissing(bedrock.send(new GetModelCustomizationJobCommand({ jobIdentifier: name })));
      return (
        job && {
          arn: job.jobArn ?? '',
          status: job.status ?? '',
          failure: job.failureMessage ?? null,
          model: job.outputModelArn ?? null,
        }
      );
    },
    async create(input: TrainingInput): Promise<void> {
      await bedrock.send(new CreateModelCustomizationJobCommand(input));
    },
    async stop(arn: string): Promise<void> {
      await bedrock.send(new StopModelCustomizationJobCommand({ jobIdentifier: arn }));
    },
  };
}

/** Tags of everything that is created for a migration. */
export function migrationTags({ id }: Pick<CustomModelMigration, 'id'>) {
  return [
    { key: 'created-by', value: 'sundial' },
    { key: 'sundial-migration', value: id },
  ];
}

/** The original job on another base; the same attempt twice is the same job. */
export function trainingInput(
  migration: CustomModelMigration,
  original: OriginalJob,
  baseModelArn: string,
): TrainingInput {
  const { newName, hyperParameters } = migration;
  const { validationData, kmsKey, vpc } = original;
  const [name, tags] = [attemptName(migration), migrationTags(migration)];
  return {
    jobName: name,
    customModelName: newName ?? '',
    roleArn: original.roleArn,
    clientRequestToken: requestToken('train', name),
    baseModelIdentifier: baseModelArn,
    customizationType:
      original.customizationType === 'CONTINUED_PRE_TRAINING' ? 'CONTINUED_PRE_TRAINING' : 'FINE_TUNING',
    jobTags: tags,
    customModelTags: tags,
    trainingDataConfig: { s3Uri: original.trainingData },
    ...(validationData.length > 0 && {
      validationDataConfig: { validators: validationData.map((s3Uri) => ({ s3Uri })) },
    }),
    outputDataConfig: { s3Uri: original.outputData },
    ...(Object.keys(hyperParameters).length > 0 && { hyperParameters: { ...hyperParameters } }),
    ...(kmsKey !== null && { customModelKmsKeyId: kmsKey }),
    ...(vpc && { vpcConfig: { subnetIds: [...vpc.subnetIds], securityGroupIds: [...vpc.securityGroupIds] } }),
  };
}
