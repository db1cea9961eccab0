import type { CreateAdvancedPromptOptimizationJobCommandInput } from '@aws-sdk/client-bedrock';
import { BedrockClient, CreateAdvancedPromptOptimizationJobCommand } from '@aws-sdk/client-bedrock';
import type { RunEvidence } from '../../domain/cases/comparison-report.ts';
import type { AwsAccess } from '../aws-access.ts';

/** The request of a job that rewrites the prompts of a run for its candidate, with the current model as the baseline. */
export function optimizationRequest(
  { runId, current, candidate }: Pick<RunEvidence, 'runId' | 'current' | 'candidate'>,
  folder: string,
): CreateAdvancedPromptOptimizationJobCommandInput {
  const place = folder.replace(/\/+$/, '');
  return {
    jobName: `sundial-${runId}`.slice(0, 63),
    // The same run asks for one job, however often it is submitted.
    clientToken: `sundial-${runId}`,
    inputConfig: { s3Uri: `${place}/sundial-${runId}.jsonl` },
    outputConfig: { s3Uri: `${place}/sundial-${runId}/` },
    modelConfigurations: [{ modelId: current }, { modelId: candidate }],
  };
}

/** Asks Bedrock for the job, and answers with its ARN. */
export async function submitOptimization(
  access: AwsAccess,
  region: string,
  request: CreateAdvancedPromptOptimizationJobCommandInput,
): Promise<string> {
  const client = new BedrockClient({ ...access, region });
  const { jobArn } = await client.send(new CreateAdvancedPromptOptimizationJobCommand(request));
  if (jobArn === undefined) throw new Error('Bedrock took the prompt optimisation job but gave no ARN');
  return jobArn;
}
