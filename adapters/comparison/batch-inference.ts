import {
  BedrockClient,
  CreateModelInvocationJobCommand,
  GetModelInvocationJobCommand,
  ListModelInvocationJobsCommand,
  StopModelInvocationJobCommand,
} from '@aws-sdk/client-bedrock';
import type { BatchJobState } from '../../domain/cases/batch-job.ts';
import { BatchInferenceError } from './batch-inference-error.ts';

/** A job of one model over one file of records. */
export interface BatchJobRequest {
  /** The same for the same job, however often it is asked for. */
  readonly name: string;
  readonly modelId: string;
  /** `s3://bucket/key` of the records. */
  readonly input: string;
  /** `s3://bucket/prefix/` of what is answered. */
  readonly output: string;
}

export type BatchInference = ReturnType<typeof batchInference>;

/** Cost matters more than time: a job may wait in the queue for three days. */
const hours = 72;

const hopeless = [
  'AccessDeniedException',
  'ResourceNotFoundException',
  'ServiceQuotaExceededException',
  'ValidationException',
];

/** Bedrock's batch inference in one Region; jobs work as the service role. */
export function batchInference(roleArn: string, client: Pick<BedrockClient, 'send'> = new BedrockClient({})) {
  /** A job by its name; `null` where there is none. */
  const find = async (name: string): Promise<string | null> => {
    const { invocationJobSummaries = [] } = await client.send(
      new ListModelInvocationJobsCommand({ nameContains: name }),
    );
    return invocationJobSummaries.find(({ jobName }) => jobName === name)?.jobArn ?? null;
  };
  const state = async (jobArn: string): Promise<BatchJobState> => {
    const {
      status = '',
      message = null,
      totalRecordCount: of,
      processedRecordCount: done,
    } = await client.send(new GetModelInvocationJobCommand({ jobIdentifier: jobArn }));
    return { status, message, ...(of !== undefined && done !== undefined && { records: { done, of } }) };
  };

  return {
    find,
    state,
    /** Asked again, it answers with the job that there is. Throws `BatchInferenceError` where Bedrock refuses. */
    create: async ({ name, modelId, input, output }: BatchJobRequest): Promise<string> => {
      try {
        const { jobArn } = await client.send(
          new CreateModelInvocationJobCommand({
            jobName: name,
            clientRequestToken: name,
            modelId,
            roleArn,
            modelInvocationType: 'Converse',
            inputDataConfig: { s3InputDataConfig: { s3InputFormat: 'JSONL', s3Uri: input } },
            outputDataConfig: { s3OutputDataConfig: { s3Uri: output } },
            timeoutDurationInHours: hours,
          }),
        );
        const known = jobArn ?? (await find(name));
        if (known === null) throw new Error(`Bedrock took the job ${name}, and gave no ARN of it`);
        return known;
      } catch (fault) {
        if (isNamed(fault, ['ConflictException'])) {
          const there = await find(name);
          if (there !== null) return there;
        }
        if (isNamed(fault, hopeless))
          throw new BatchInferenceError(`Amazon Bedrock takes no batch of ${modelId}: ${fault.message}`, {
            cause: fault,
          });
        throw fault;
      }
    },
    /** A job that is over already, or gone, needs no stop. */
    stop: async (jobArn: string): Promise<void> => {
      try {
        await client.send(new StopModelInvocationJobCommand({ jobIdentifier: jobArn }));
      } catch (fault) {
        if (isNamed(fault, ['ResourceNotFoundException'])) return;
        if (!isNamed(fault, ['ConflictException', 'ValidationException'])) throw fault;
        const { status } = await state(jobArn);
        if (['Submitted', 'Validating', 'Scheduled', 'InProgress'].includes(status)) throw fault;
      }
    },
  };
}

function isNamed(fault: unknown, names: readonly string[]): fault is Error {
  return fault instanceof Error && names.includes(fault.name);
}
