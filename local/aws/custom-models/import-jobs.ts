import { createHash } from 'node:crypto';
import type {
  CreateModelImportJobRequest,
  CreateModelImportJobResponse,
  GetModelImportJobRequest,
  GetModelImportJobResponse,
  ListModelImportJobsRequest,
  ListModelImportJobsResponse,
} from '@aws-sdk/client-bedrock';
import type { AwsCall, Handlers } from '../handlers.ts';
import { bedrockArn } from '../organization/arns.ts';
import { AwsError } from '../wire/aws-error.ts';
import type { CustomModelWorld, SimulatedImport } from './custom-model-world.ts';
import { importFailure } from './import-outcome.ts';

/** How long an import takes by the clock of this world. */
const minutes = 20;

/** Import jobs: begun once for a token, under a name that is used once, and over after twenty minutes. */
export function importJobHandlers(world: CustomModelWorld): Handlers {
  const inPlace = ({ account, region }: AwsCall) =>
    world.imports.filter((one) => one.account === account && one.region === region).map((job) => settled(world, job));

  return {
    'bedrock:CreateModelImportJob': (
      asked: CreateModelImportJobRequest,
      call: AwsCall,
    ): CreateModelImportJobResponse => {
      const { jobName: name = '', importedModelName: modelName = '', roleArn: role = '' } = asked;
      const token = asked.clientRequestToken ?? `none ${String(world.imports.length)}`;
      const known = inPlace(call).find((one) => one.token === token);
      if (known) return { jobArn: known.arn };
      if (inPlace(call).some((one) => one.name === name))
        throw new AwsError('ConflictException', `A job with the name ${name} exists already.`);
      if (role.split(':')[4] !== call.account)
        throw new AwsError('ValidationException', 'Cross-account pass role is not allowed.');

      const id = createHash('sha256').update(`${call.account} ${call.region} ${token}`).digest('hex').slice(0, 12);
      world.imports.push({
        arn: bedrockArn(call, 'model-import-job', id),
        name,
        modelName,
        modelArn: bedrockArn(call, 'imported-model', id),
        role,
        uri: asked.modelDataSource?.s3DataSource?.s3Uri ?? '',
        modelKey: asked.importedModelKmsKeyId ?? null,
        account: call.account,
        region: call.region,
        token,
        at: world.now(),
        status: 'InProgress',
        failure: null,
      });
      return { jobArn: bedrockArn(call, 'model-import-job', id) };
    },
    'bedrock:GetModelImportJob': (
      { jobIdentifier }: GetModelImportJobRequest,
      call: AwsCall,
    ): GetModelImportJobResponse => {
      const job = inPlace(call).find(({ arn, name }) => arn === jobIdentifier || name === jobIdentifier);
      if (!job) throw new AwsError('ResourceNotFoundException', 'The job identifier could not be found.');
      return {
        ...summary(job),
        roleArn: job.role,
        modelDataSource: { s3DataSource: { s3Uri: job.uri } },
        ...(job.failure !== null && { failureMessage: job.failure }),
        ...(job.modelKey !== null && { importedModelKmsKeyArn: job.modelKey }),
      };
    },
    'bedrock:ListModelImportJobs': (
      { nameContains = '', statusEquals }: ListModelImportJobsRequest,
      call: AwsCall,
    ): ListModelImportJobsResponse => ({
      modelImportJobSummaries: inPlace(call)
        .filter(({ name, status }) => name.includes(nameContains) && (statusEquals ?? status) === status)
        .map(summary),
    }),
  };
}

function summary(job: SimulatedImport) {
  return {
    jobArn: job.arn,
    jobName: job.name,
    status: job.status,
    creationTime: job.at.toJSDate(),
    importedModelName: job.modelName,
    ...(job.status === 'Completed' && { importedModelArn: job.modelArn }),
  };
}

/** A job whose time is over has succeeded or failed, by what the policies say then. */
function settled(world: CustomModelWorld, job: SimulatedImport): SimulatedImport {
  if (job.status !== 'InProgress' || world.now() < job.at.plus({ minutes })) return job;
  const failure = importFailure(world, job);
  Object.assign(job, { status: failure === null ? 'Completed' : 'Failed', failure });
  if (failure === null)
    world.importedModels.set(job.modelArn, {
      arn: job.modelArn,
      name: job.modelName,
      account: job.account,
      region: job.region,
      job,
      architecture: 'LlamaForCausalLM',
      at: job.at.plus({ minutes }),
      coldCalls: 2,
      invocations: 0,
    });
  return job;
}
