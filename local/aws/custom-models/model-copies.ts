import { createHash } from 'node:crypto';
import type {
  CreateModelCopyJobRequest,
  DeleteCustomModelRequest,
  GetCustomModelRequest,
  ListCustomModelsRequest,
  ListCustomModelsResponse,
  ListModelCopyJobsRequest,
  ListModelCopyJobsResponse,
} from '@aws-sdk/client-bedrock';
import type { AwsCall, Handlers } from '../handlers.ts';
import { bedrockArn } from '../organization/arns.ts';
import { AwsError } from '../wire/aws-error.ts';
import type { PromotionWorld, SimulatedCopy, SimulatedCustomModel } from './promotion-world.ts';

/** How long a copy takes by the clock of this world. */
const minutes = 15;

/** Custom models, own and shared, and jobs that copy them: begun once for a token, done or refused after a quarter of an hour. */
export function modelCopyHandlers(world: PromotionWorld): Handlers {
  const isShared = (arn: string, account: string) =>
    world.shares.some((one) => one.resource === arn && one.principal === account && one.state === 'accepted');
  const seen = ({ account, region }: AwsCall) =>
    [...world.models.values()].filter(
      (one) => one.region === region && (one.account === account || isShared(one.arn, account)),
    );
  const jobs = ({ account, region }: AwsCall) =>
    world.copies.filter((one) => one.account === account && one.region === region).map((one) => settled(world, one));

  return {
    'bedrock:ListCustomModels': (
      { isOwned, nameContains = '' }: ListCustomModelsRequest,
      call: AwsCall,
    ): ListCustomModelsResponse => {
      jobs(call);
      return {
        modelSummaries: seen(call)
          .filter((one) => isOwned === undefined || (one.account === call.account) === isOwned)
          .filter(({ name }) => name.includes(nameContains))
          .map(({ arn, name, base, account, created }) => ({
            modelArn: arn,
            modelName: name,
            creationTime: created.toJSDate(),
            baseModelArn: base,
            baseModelName: base,
            ownerAccountId: account,
            modelStatus: 'Active',
          })),
      };
    },
    'bedrock:GetCustomModel': ({ modelIdentifier }: GetCustomModelRequest, call: AwsCall) => {
      jobs(call);
      const model = seen(call).find(({ arn, name }) => arn === modelIdentifier || name === modelIdentifier);
      if (!model) throw new AwsError('ResourceNotFoundException', 'The model identifier could not be found.', 404);
      const { arn, name, base, key, created, job } = model;
      return {
        modelArn: arn,
        modelName: name,
        baseModelArn: base,
        creationTime: created.toJSDate(),
        modelStatus: 'Active',
        ...(job !== undefined && { jobArn: job }),
        ...(key !== null && { modelKmsKeyArn: key }),
      };
    },
    'bedrock:DeleteCustomModel': ({ modelIdentifier = '' }: DeleteCustomModelRequest, call: AwsCall) => {
      if (world.models.get(modelIdentifier)?.account !== call.account)
        throw new AwsError('ResourceNotFoundException', 'The model identifier could not be found.', 404);
      if (world.servings.some(({ model }) => model === modelIdentifier))
        throw new AwsError('ConflictException', 'The model is in use.');
      world.models.delete(modelIdentifier);
      return {};
    },
    'bedrock:CreateModelCopyJob': (asked: CreateModelCopyJobRequest, call: AwsCall) => {
      const token = asked.clientRequestToken ?? String(world.copies.length);
      const known = jobs(call).find((one) => one.token === token);
      if (known) return { jobArn: known.arn };
      const source = world.models.get(asked.sourceModelArn ?? '');
      if (!source || (source.account !== call.account && !isShared(source.arn, call.account)))
        throw new AwsError('AccessDeniedException', 'You do not have access to the source model.', 403);
      const id = createHash('sha256').update(`${call.account} ${call.region} ${token}`).digest('hex').slice(0, 12);
      const base = /custom-model\/(?<base>[^/]+)\//.exec(source.arn)?.groups?.['base'] ?? '';
      world.copies.push({
        arn: bedrockArn(call, 'model-copy-job', id),
        source: source.arn,
        name: asked.targetModelName ?? '',
        account: call.account,
        region: call.region,
        key: asked.modelKmsKeyId ?? null,
        token,
        begun: world.now(),
        model: bedrockArn(call, 'custom-model', `${base}/${id}`),
        status: 'InProgress',
        failure: null,
      });
      return { jobArn: bedrockArn(call, 'model-copy-job', id) };
    },
    'bedrock:ListModelCopyJobs': (
      { sourceModelArnEquals, targetModelNameContains = '' }: ListModelCopyJobsRequest,
      call: AwsCall,
    ): ListModelCopyJobsResponse => ({
      modelCopyJobSummaries: jobs(call)
        .filter(({ source, name }) => source === sourceModelArnEquals && name.includes(targetModelNameContains))
        .map((one) => ({
          jobArn: one.arn,
          status: one.status,
          creationTime: one.begun.toJSDate(),
          targetModelArn: one.model,
          targetModelName: one.name,
          sourceAccountId: one.source.split(':')[4],
          sourceModelArn: one.source,
          ...(one.failure !== null && { failureMessage: one.failure }),
        })),
    }),
  };
}

function settled(world: PromotionWorld, job: SimulatedCopy): SimulatedCopy {
  if (job.status !== 'InProgress' || world.now() < job.begun.plus({ minutes })) return job;
  const failure = world.refusing.get(job.region) ?? null;
  Object.assign(job, { status: failure === null ? 'Completed' : 'Failed', failure });
  if (failure === null) {
    const { name, account, region, key, source } = job;
    const copy: SimulatedCustomModel = { arn: job.model, name, account, region, key, base: source, created: job.begun };
    world.models.set(job.model, copy);
  }
  return job;
}
