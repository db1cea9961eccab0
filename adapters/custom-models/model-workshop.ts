import { BedrockClient } from '@aws-sdk/client-bedrock';
import { IAMClient } from '@aws-sdk/client-iam';
import { KMSClient } from '@aws-sdk/client-kms';
import { RAMClient } from '@aws-sdk/client-ram';
import { S3Client } from '@aws-sdk/client-s3';
import { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import type { CreatedThing } from '../../domain/custom-models/created-thing.ts';
import type { OriginalJob } from '../../domain/custom-models/original-job.ts';
import type { TrainingKeyTerms } from '../../domain/custom-models/training-key-uses.ts';
import type { AwsAccess } from '../aws-access.ts';
import { callerRole } from './caller-role.ts';
import { evaluationServing } from './evaluation-serving.ts';
import { readPreflight } from './read-preflight.ts';
import { readTrainingData } from './read-training-data.ts';
import { removeCreated } from './remove-created.ts';
import type { TrainingInput } from './training-jobs.ts';
import { trainingJobs } from './training-jobs.ts';

/** Custom models of one account and Region: how they were made, and what makes, serves and removes them. */
export function modelWorkshop(access: AwsAccess, region: string) {
  const settings = { ...access, region };
  const bedrock = new BedrockClient(settings);
  const [s3, ram] = [new S3Client(settings), new RAMClient(settings)];
  const looking = {
    bedrock,
    s3,
    iam: new IAMClient(settings),
    kms: new KMSClient(settings),
    quotas: new ServiceQuotasClient(settings),
  };
  const jobs = trainingJobs(bedrock);
  const serving = evaluationServing(bedrock);
  return {
    original: (arn: string) => jobs.original(arn),
    preflight: async (original: OriginalJob, terms: Omit<TrainingKeyTerms, 'sundialRole'>) =>
      readPreflight(looking, original, { ...terms, sundialRole: await callerRole(access, region) }),
    findJob: (name: string) => jobs.find(name),
    createJob: (input: TrainingInput) => jobs.create(input),
    servings: (modelArn: string) => serving.of(modelArn),
    serve: (...given: Parameters<typeof serving.create>) => serving.create(...given),
    trainingData: (uri: string) => readTrainingData(s3, uri, 'cases'),
    remove: (thing: CreatedThing) => removeCreated(thing, { bedrock, ram, jobs }),
  };
}
