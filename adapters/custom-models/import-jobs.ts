import { createHash } from 'node:crypto';
import type { BedrockClient } from '@aws-sdk/client-bedrock';
import {
  CreateModelImportJobCommand,
  GetImportedModelCommand,
  GetModelImportJobCommand,
  paginateListImportedModels,
  paginateListModelImportJobs,
} from '@aws-sdk/client-bedrock';
import type { ImportJob, ImportRequest, ImportSeen, ImportStart } from '../../domain/custom-models/import-step.ts';
import { importJobPrefix, lacksAccess } from '../../domain/custom-models/import-step.ts';
import { unlessMissing } from './unless-missing.ts';

/** Import jobs and the models they make, in one account and Region. Faults are the client's own. */
export function importJobs(bedrock: BedrockClient) {
  const jobOf = async (jobIdentifier: string): Promise<ImportJob> => {
    const job = await bedrock.send(new GetModelImportJobCommand({ jobIdentifier }));
    const source = job.modelDataSource;
    return {
      arn: job.jobArn ?? jobIdentifier,
      name: job.jobName ?? '',
      status: job.status ?? '',
      s3Uri: source && 's3DataSource' in source ? (source.s3DataSource.s3Uri ?? '') : '',
      modelArn: job.importedModelArn ?? null,
      failure: job.failureMessage ?? null,
    };
  };
  const modelOf = async (modelIdentifier: string): Promise<ImportSeen['model']> => {
    const model = await unlessMissing(bedrock.send(new GetImportedModelCommand({ modelIdentifier })));
    return (
      model && {
        arn: model.modelArn ?? modelIdentifier,
        job: model.jobArn ?? null,
        architecture: model.modelArchitecture ?? null,
      }
    );
  };
  const modelNamed = async (name: string): Promise<ImportSeen['model']> => {
    for await (const page of paginateListImportedModels({ client: bedrock }, { nameContains: name }))
      for (const { modelName, modelArn = '' } of page.modelSummaries ?? [])
        if (modelName === name) return modelOf(modelArn);
    return null;
  };

  return {
    async look(request: ImportRequest): Promise<ImportSeen> {
      const jobs: ImportJob[] = [];
      const asked = { nameContains: importJobPrefix(request) };
      for await (const page of paginateListModelImportJobs({ client: bedrock }, asked))
        for (const { jobArn = '' } of page.modelImportJobSummaries ?? []) jobs.push(await jobOf(jobArn));
      // A list may be behind: what a finished job made is asked for by itself.
      const made = jobs.flatMap(({ modelArn }) => modelArn ?? []).at(-1);
      return {
        jobs,
        model: (await modelNamed(request.modelName)) ?? (made === undefined ? null : await modelOf(made)),
      };
    },
    /** The same name twice is the same job: its token is made of it. A refusal for want of access is an answer. */
    async start(request: ImportRequest, jobName: string): Promise<ImportStart> {
      try {
        const { jobArn = '' } = await bedrock.send(new CreateModelImportJobCommand(importJobInput(request, jobName)));
        return { kind: 'started', jobArn };
      } catch (fault) {
        if (fault instanceof Error && lacksAccess(fault.message)) return { kind: 'refused', message: fault.message };
        throw fault;
      }
    },
  };
}

/** What `CreateModelImportJob` is asked. */
export function importJobInput({ modelName, roleArn, s3Uri, modelKey }: ImportRequest, jobName: string) {
  const token = createHash('sha256')
    .update(JSON.stringify([jobName, roleArn, s3Uri, modelKey]))
    .digest('hex');
  return {
    jobName,
    importedModelName: modelName,
    roleArn,
    modelDataSource: { s3DataSource: { s3Uri } },
    clientRequestToken: token,
    jobTags: [{ key: 'created-by', value: 'sundial' }],
    importedModelTags: [{ key: 'created-by', value: 'sundial' }],
    ...(modelKey !== null && { importedModelKmsKeyId: modelKey }),
  };
}
