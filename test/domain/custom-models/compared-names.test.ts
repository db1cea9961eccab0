import { expect, it } from 'vitest';
import { comparedNames } from '../../../domain/custom-models/compared-names.ts';
import { aCustomModelMigration } from '../../builders/custom-model-migration.ts';

const deployment = 'arn:aws:bedrock:us-east-1:111122223333:custom-model-deployment/abcdefghijkl';
const throughput = 'arn:aws:bedrock:us-east-1:111122223333:provisioned-model/abcdefghijkl';

it.each`
  oldServingArn | servingArn    | newName        | current                                    | candidate
  ${throughput} | ${deployment} | ${'renewed-1'} | ${'support-lite (provisioned throughput)'} | ${'renewed-1 (on-demand deployment)'}
  ${deployment} | ${throughput} | ${'renewed-1'} | ${'support-lite (on-demand deployment)'}   | ${'renewed-1 (provisioned throughput)'}
  ${null}       | ${null}       | ${null}        | ${'support-lite'}                          | ${'its successor'}
`(
  'two custom models are called $current and $candidate',
  ({ current, candidate, ...serving }: Record<string, string | null>) => {
    expect(comparedNames(aCustomModelMigration(serving))).toEqual({ current, candidate });
  },
);
