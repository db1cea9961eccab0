import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenDataset } from '../../adapters/comparison/open-dataset.ts';
import { optimizationRequest, submitOptimization } from '../../adapters/comparison/prompt-optimization.ts';
import type { RunDirectory } from '../../adapters/comparison/run-directory.ts';
import type { ComparisonReport } from '../../domain/cases/comparison-report.ts';
import { optimizationInput } from '../../domain/cases/optimization-input.ts';
import { counted } from '../../templates/text.ts';
import { BadInputError } from '../exit.ts';
import { say } from '../output.ts';

/** Throws `BadInputError` where it is no folder of S3. */
export function bucketOf(folder: string): string {
  const { bucket } = /^s3:\/\/(?<bucket>[a-z0-9.-]{3,63})(?:\/|$)/.exec(folder)?.groups ?? {};
  if (bucket === undefined) throw new BadInputError(`--optimize ${folder}: expected s3://bucket/folder`);
  return bucket;
}

/**
 * The request to Bedrock's prompt optimisation, and its input in the folder of the run. Only where it is submitted does anything leave this
 * machine: the input goes to S3, and the job is created.
 */
export async function handOver(
  directory: RunDirectory,
  dataset: OpenDataset,
  { failures }: ComparisonReport,
  folder: string,
  submit: boolean,
) {
  const bucket = bucketOf(folder);
  const request = optimizationRequest(directory.evidence, folder);
  const failed = new Set(failures.flatMap(({ caseIds }) => caseIds));
  const { templates, leftOut } = await optimizationInput(dataset.read(), failed);
  if (templates.length === 0)
    throw new BadInputError(
      '--optimize: no case is one question in words, which is all that prompt optimisation takes',
    );
  const input = join(directory.path, 'optimize.jsonl');
  const lines = templates.map((template) => `${JSON.stringify(template)}\n`).join('');
  writeFileSync(input, lines);
  const samples = templates.reduce((sum, { evaluationSamples }) => sum + evaluationSamples.length, 0);
  const told = { request, input, templates: templates.length, samples, leftOut };
  if (!submit) return { ...told, jobArn: null };

  const { awsAccess } = await import('../../adapters/aws-access.ts');
  const { objectStore } = await import('../../adapters/object-store.ts');
  const key = request.inputConfig?.s3Uri?.slice(`s3://${bucket}/`.length) ?? '';
  await objectStore().write(bucket, key, lines, 'application/x-ndjson');
  return { ...told, jobArn: await submitOptimization(awsAccess(), directory.evidence.region, request) };
}

export function handOverText({
  request,
  input,
  templates,
  samples,
  leftOut,
  jobArn,
}: Awaited<ReturnType<typeof handOver>>) {
  say();
  say(
    `Prompt optimisation: ${counted(templates, 'template')} with ${counted(samples, 'sample')} in ${input}; ${counted(leftOut, 'case')} left out.`,
  );
  say(JSON.stringify(request, null, 2));
  say(jobArn === null ? 'Nothing was sent; --submit uploads the input and creates the job.' : `The job: ${jobArn}`);
}
