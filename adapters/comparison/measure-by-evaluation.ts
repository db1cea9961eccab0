import { BedrockClient } from '@aws-sdk/client-bedrock';
import { S3Client } from '@aws-sdk/client-s3';
import { awsAccess } from '../aws-access.ts';
import type { OpenDataset } from './open-dataset.ts';
import { pendingPairs, tellBertScores } from './tell-bert-scores.ts';
import { objectStore } from '../object-store.ts';
import type { EvaluationPlace } from '../scoring/bert-evaluation.ts';
import { bertEvaluation, evaluationName } from '../scoring/bert-evaluation.ts';

/** Measures a run's BERTScore by evaluation jobs, and waits for them; killed meanwhile, the next call finds the jobs that there are. */
export async function measureByEvaluation(
  place: EvaluationPlace,
  region: string,
  runId: string,
  journal: string,
  dataset: OpenDataset,
  wait: (jobs: readonly string[]) => Promise<void>,
): Promise<void> {
  const pairs = await pendingPairs(journal, dataset);
  if (pairs.length === 0) return;
  const access = { ...awsAccess(), region };
  const evaluate = bertEvaluation(objectStore(new S3Client(access)), place, new BedrockClient(access));
  for (;;) {
    const evaluated = await evaluate(evaluationName(runId), pairs);
    if (evaluated.kind === 'measured') return tellBertScores(journal, dataset, evaluated.measure);
    await wait(evaluated.jobs);
  }
}
