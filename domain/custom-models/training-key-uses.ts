import { novaKeyUses } from './copy-key-uses.ts';
import type { EvaluationServing } from './custom-model-migration.ts';
import type { ModelKeyUse } from './model-key-uses.ts';
import type { OriginalJob } from './original-job.ts';

/** What a training is begun with, beside the original job. */
export interface TrainingKeyTerms {
  readonly replacement: string;
  readonly serving: EvaluationServing;
  /** ARN of the role by which Sundial begins the job, deploys the model and asks it. */
  readonly sundialRole: string;
}

/** Who must be able to use the key that encrypts the new model: the role that trains, Sundial's own, and Bedrock where throughput serves a Nova. */
export function trainingKeyUses(
  { kmsKey, roleArn }: Pick<OriginalJob, 'kmsKey' | 'roleArn'>,
  { replacement, serving, sundialRole }: TrainingKeyTerms,
): readonly ModelKeyUse[] {
  if (kmsKey === null) return [];
  const [, , , region = '', account = ''] = kmsKey.split(':');
  const use = { key: kmsKey, account, regions: [region] };
  return [
    ...[roleArn, sundialRole].map((arn): ModelKeyUse => ({
      ...use,
      principal: { kind: 'role', arn, account: arn.split(':')[4] ?? '' },
      use: 'encryptModel',
    })),
    ...(serving === 'provisioned' ? novaKeyUses(use, replacement) : []),
  ];
}
