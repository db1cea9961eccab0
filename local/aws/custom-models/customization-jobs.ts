import { createHash } from 'node:crypto';
import type {
  CreateModelCustomizationJobRequest,
  GetModelCustomizationJobRequest,
  GetModelCustomizationJobResponse,
  ListFoundationModelsRequest,
  ListFoundationModelsResponse,
  ModelCustomization,
  StopModelCustomizationJobRequest,
} from '@aws-sdk/client-bedrock';
import type { AwsCall, Handlers } from '../handlers.ts';
import { bedrockArn } from '../organization/arns.ts';
import { AwsError } from '../wire/aws-error.ts';
import type { CustomizationWorld, SimulatedTraining } from './customization-world.ts';
import type { PromotionWorld } from './promotion-world.ts';

/** Training jobs: begun once for a token, under a name that is used once, over after some hours, with a model at the end. */
export function customizationHandlers(world: CustomizationWorld, { models }: PromotionWorld): Handlers {
  const inPlace = ({ account, region }: AwsCall) =>
    world.trainings
      .filter((one) => one.account === account && one.region === region)
      .map((one) => settled(world, models, one));
  const named = (id: string | undefined, call: AwsCall): SimulatedTraining => {
    const job = inPlace(call).find(({ arn, name }) => arn === id || name === id);
    if (!job) throw new AwsError('ResourceNotFoundException', 'The job identifier could not be found.', 404);
    return job;
  };

  return {
    'bedrock:ListFoundationModels': (
      { byCustomizationType }: ListFoundationModelsRequest,
      { region }: AwsCall,
    ): ListFoundationModelsResponse => ({
      modelSummaries: [...world.bases]
        .filter(([, types]) => byCustomizationType === undefined || types.includes(byCustomizationType))
        .map(([modelId, types]) => ({
          modelId,
          modelArn: `arn:aws:bedrock:${region}::foundation-model/${modelId}`,
          customizationsSupported: types as ModelCustomization[],
          modelLifecycle: { status: world.legacy.has(modelId) ? ('LEGACY' as const) : ('ACTIVE' as const) },
        })),
    }),
    'bedrock:CreateModelCustomizationJob': (asked: CreateModelCustomizationJobRequest, call: AwsCall) => {
      const { jobName: name = '', clientRequestToken: token = name, baseModelIdentifier = '' } = asked;
      const known = inPlace(call).find((one) => one.token === token);
      if (known) return { jobArn: known.arn };
      if (inPlace(call).some((one) => one.name === name))
        throw new AwsError('ConflictException', `A job with the name ${name} exists already.`);
      const base = baseModelIdentifier.slice(baseModelIdentifier.lastIndexOf('/') + 1);
      if (!world.bases.has(base) || world.legacy.has(base))
        throw new AwsError('ValidationException', `${base} cannot be customized.`);
      const id = createHash('sha256').update(`${call.account} ${call.region} ${token}`).digest('hex').slice(0, 12);
      const { account, region } = call;
      world.trainings.push({
        arn: bedrockArn(call, 'model-customization-job', `${base}/${id}`),
        name,
        token,
        account,
        region,
        base: baseModelIdentifier,
        type: asked.customizationType === 'CONTINUED_PRE_TRAINING' ? 'CONTINUED_PRE_TRAINING' : 'FINE_TUNING',
        role: asked.roleArn ?? '',
        trainingData: asked.trainingDataConfig?.s3Uri ?? '',
        validationData: (asked.validationDataConfig?.validators ?? []).map(({ s3Uri = '' }) => s3Uri),
        outputData: asked.outputDataConfig?.s3Uri ?? '',
        hyperParameters: asked.hyperParameters ?? {},
        key: asked.customModelKmsKeyId ?? null,
        modelName: asked.customModelName ?? '',
        model: bedrockArn(call, 'custom-model', `${base}/${id}`),
        tags: Object.fromEntries((asked.customModelTags ?? []).map(({ key = '', value = '' }) => [key, value])),
        begun: world.now(),
        status: 'InProgress',
        failure: null,
      });
      return { jobArn: bedrockArn(call, 'model-customization-job', `${base}/${id}`) };
    },
    'bedrock:GetModelCustomizationJob': (
      { jobIdentifier }: GetModelCustomizationJobRequest,
      call: AwsCall,
    ): GetModelCustomizationJobResponse => shown(named(jobIdentifier, call)),
    'bedrock:StopModelCustomizationJob': ({ jobIdentifier }: StopModelCustomizationJobRequest, call: AwsCall) => {
      const job = named(jobIdentifier, call);
      if (job.status === 'InProgress') job.status = 'Stopping';
      return {};
    },
  };
}

function shown(job: SimulatedTraining): GetModelCustomizationJobResponse {
  return {
    jobArn: job.arn,
    jobName: job.name,
    status: job.status,
    outputModelName: job.modelName,
    ...(job.status === 'Completed' && { outputModelArn: job.model }),
    roleArn: job.role,
    creationTime: job.begun.toJSDate(),
    baseModelArn: job.base,
    customizationType: job.type,
    hyperParameters: { ...job.hyperParameters },
    trainingDataConfig: { s3Uri: job.trainingData },
    validationDataConfig: { validators: job.validationData.map((s3Uri) => ({ s3Uri })) },
    outputDataConfig: { s3Uri: job.outputData },
    ...(job.key !== null && { outputModelKmsKeyArn: job.key }),
    ...(job.failure !== null && { failureMessage: job.failure }),
  };
}

/** Stopping takes until the next look; what is over has failed or made a model. */
function settled(
  world: CustomizationWorld,
  models: PromotionWorld['models'],
  job: SimulatedTraining,
): SimulatedTraining {
  if (job.status === 'Stopping') job.status = 'Stopped';
  if (job.status !== 'InProgress' || world.now() < job.begun.plus({ minutes: world.minutes })) return job;
  job.status = world.failing === null ? 'Completed' : 'Failed';
  job.failure = world.failing;
  if (job.status === 'Completed') {
    const { model: arn, modelName: name, account, region, base, key } = job;
    models.set(arn, { arn, name, account, region, base, key, created: world.now(), job: job.arn });
  }
  return job;
}
