import { createHash } from 'node:crypto';
import {
  BedrockClient,
  CreateEvaluationJobCommand,
  GetEvaluationJobCommand,
  ListEvaluationJobsCommand,
} from '@aws-sdk/client-bedrock';
import type { Case } from '../../domain/cases/case.ts';
import { bertChecksOf } from '../../domain/scoring/bert-check.ts';
import { nothingAlike } from '../../domain/scoring/bert-score.ts';
import type { ObjectStore } from '../object-store.ts';
import type { AnswerPair, MeasureBertScores } from './bert-scores.ts';
import { evaluationLines, pairKey, scoresIn } from './evaluation-lines.ts';

/** An evaluation job failed or was refused; the message says why, in Bedrock's words. */
export class BertEvaluationError extends Error {
  override readonly name = 'BertEvaluationError';
}

/** How far the evaluation is; the scores once every job has ended. */
export type BertEvaluated =
  | { readonly kind: 'running'; readonly jobs: readonly string[] }
  | { readonly kind: 'measured'; readonly measure: MeasureBertScores };

/** Where an evaluation reads answers and writes scores, and as whom. */
export interface EvaluationPlace {
  readonly bucket: string;
  /** Ends with a slash. */
  readonly prefix: string;
  readonly roleArn: string;
}

/** Prompts in one job. https://docs.aws.amazon.com/general/latest/gr/bedrock.html#limits_bedrock */
const pairsOfJob = 1_000;
const over = ['Completed', 'Failed', 'Stopped', 'Deleting'];

/**
 * BERTScore through Bedrock's own evaluation jobs (automatic, summarisation, accuracy), over answers that were given already: no model is asked.
 * Called again it goes on from the jobs that there are. Only F1 comes back. Throws `BertEvaluationError`.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-evaluation-tasks-text-summary.html
 */
export function bertEvaluation(
  objects: ObjectStore,
  { bucket, prefix, roleArn }: EvaluationPlace,
  client: Pick<BedrockClient, 'send'> = new BedrockClient({}),
) {
  const find = async (name: string): Promise<string | null> => {
    let nextToken: string | undefined;
    do {
      const page = await client.send(new ListEvaluationJobsCommand({ nameContains: name, nextToken }));
      const found = page.jobSummaries?.find(({ jobName }) => jobName === name)?.jobArn;
      if (found !== undefined) return found;
      ({ nextToken } = page);
    } while (nextToken !== undefined);
    return null;
  };

  const begin = async (name: string, pairs: readonly AnswerPair[]): Promise<string> => {
    await objects.write(bucket, `${prefix}${name}.jsonl`, evaluationLines(pairs), 'application/x-ndjson');
    const { jobArn } = await client.send(
      new CreateEvaluationJobCommand({
        jobName: name,
        clientRequestToken: name,
        roleArn,
        applicationType: 'ModelEvaluation',
        evaluationConfig: {
          automated: {
            datasetMetricConfigs: [
              {
                taskType: 'Summarization',
                dataset: { name, datasetLocation: { s3Uri: `s3://${bucket}/${prefix}${name}.jsonl` } },
                metricNames: ['Builtin.Accuracy'],
              },
            ],
          },
        },
        inferenceConfig: { models: [{ precomputedInferenceSource: { inferenceSourceIdentifier: 'sundial' } }] },
        outputDataConfig: { s3Uri: `s3://${bucket}/${prefix}` },
      }),
    );
    if (jobArn === undefined) throw new BertEvaluationError(`Bedrock took the evaluation job ${name}, and gave no ARN`);
    return jobArn;
  };

  const results = async (name: string): Promise<ReadonlyMap<string, number>> => {
    const keys = await objects.keys(bucket, `${prefix}${name}/`, 1_000);
    const texts: string[] = [];
    for (const key of keys.filter((one) => one.endsWith('_output.jsonl')))
      texts.push((await objects.read(bucket, key)) ?? '');
    return scoresIn(texts.join('\n'));
  };

  return async (name: string, pairs: readonly AnswerPair[]): Promise<BertEvaluated> => {
    const running: string[] = [];
    const scores = new Map<string, number>();
    for (const [index, chunk] of chunksOf(pairs).entries()) {
      const job = `${name}-${index + 1}`;
      const arn = (await find(job)) ?? (await begin(job, chunk));
      const { status = '', failureMessages = [] } = await client.send(
        new GetEvaluationJobCommand({ jobIdentifier: arn }),
      );
      if (!over.includes(status)) running.push(arn);
      else if (status !== 'Completed')
        throw new BertEvaluationError(`the evaluation job ${arn} is ${status}: ${failureMessages.join('; ')}`);
      else for (const [key, score] of await results(job)) scores.set(key, score);
    }
    if (running.length > 0) return { kind: 'running', jobs: running };
    return { kind: 'measured', measure: (asked) => Promise.resolve(asked.map((pair) => scoreOf(pair, scores))) };
  };
}

/** What a report says of it. */
export const byJob = 'an evaluation job of Amazon Bedrock';

/** Throws `BertEvaluationError` where a case asks for more than a job tells. */
export async function checkF1Only(cases: AsyncIterable<Pick<Case, 'id' | 'checks' | 'expected'>>): Promise<void> {
  for await (const kase of cases)
    for (const { measure } of bertChecksOf(kase).values())
      if (measure !== 'f1')
        throw new BertEvaluationError(
          `case ${kase.id} asks for the ${measure} of BERTScore; a job of Bedrock tells F1 alone`,
        );
}

/** Each pair once, in an order that does not depend on when answers came, so that a repeated call makes the same jobs. */
function chunksOf(pairs: readonly AnswerPair[]): AnswerPair[][] {
  const distinct = new Map(pairs.filter(({ answer }) => answer.trim() !== '').map((pair) => [pairKey(pair), pair]));
  const ordered = [...distinct].toSorted(([one], [other]) => one.localeCompare(other)).map(([, pair]) => pair);
  return Array.from({ length: Math.ceil(ordered.length / pairsOfJob) }, (_, index) =>
    ordered.slice(index * pairsOfJob, (index + 1) * pairsOfJob),
  );
}

function scoreOf(pair: AnswerPair, scores: ReadonlyMap<string, number>) {
  if (pair.answer.trim() === '') return nothingAlike;
  const f1 = scores.get(pairKey(pair));
  if (f1 === undefined) throw new BertEvaluationError('the evaluation job left out an answer that it was given');
  return { precision: Number.NaN, recall: Number.NaN, f1 };
}

/** A name that an evaluation job may bear, for a run. */
export function evaluationName(runId: string): string {
  return `sundial-bert-${createHash('sha256').update(runId).digest('hex').slice(0, 24)}`;
}
