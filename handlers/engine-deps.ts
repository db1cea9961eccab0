import type { AwsAccess } from '../adapters/aws-access.ts';
import { awsAccess } from '../adapters/aws-access.ts';
import { converse } from '../adapters/comparison/converse.ts';
import { usualPatience } from '../adapters/comparison/patient-asking.ts';
import { embedBy } from '../adapters/scoring/embed-by.ts';
import { objectStore } from '../adapters/object-store.ts';
import { batchDeps } from './batch-deps.ts';
import { comparisonEvents, desk } from './comparison-deps.ts';
import { askAnywhere } from './custom-models/ask-anywhere.ts';
import { deps } from './deps.ts';
import type { EngineDeps } from './engine-ports.ts';
import { onDemand } from './on-demand.ts';
import { readLogGroups } from './read-log-groups.ts';
import { optionalSetting, setting } from './settings.ts';

/** Parts run side by side, each with so many calls under way: a model that throttles narrows it. */
const callsOfPart = 8;

/** What the functions of the state machine `comparison` need on AWS. */
export async function engineDeps(): Promise<EngineDeps> {
  const common = await deps();
  const askWith = (region: string) => (access: AwsAccess) => converse(access, region, () => performance.now());
  return {
    ...common,
    desk: onDemand<EngineDeps['desk']>(desk, { attach: true }),
    ...comparisonEvents(),
    objects: objectStore(),
    logGroups: onDemand(readLogGroups, { bring: true }),
    bucket: setting('SUNDIAL_RUNS_BUCKET'),
    invocationLog: optionalSetting('SUNDIAL_INVOCATION_LOG'),
    modelsIn: (region) => ({
      ask: askAnywhere(askWith(region)(awsAccess()), askWith(region), region, common),
      embed: embedBy(awsAccess(), region),
      patience: usualPatience,
      concurrency: callsOfPart,
    }),
    ...onDemand(evaluations, { bertScores: true }),
    ...batchDeps(),
    addressOf: (bucket, key) => consoleAddress(setting('AWS_REGION'), bucket, key),
  };
}

async function evaluations(): Promise<Pick<EngineDeps, 'bertScores'>> {
  const { bertEvaluation } = await import('../adapters/scoring/bert-evaluation.ts');
  const [bucket, roleArn] = [setting('SUNDIAL_RUNS_BUCKET'), setting('SUNDIAL_EVALUATION_ROLE')];
  return { bertScores: bertEvaluation(objectStore(), { bucket, prefix: 'evaluations/', roleArn }) };
}

/** The object in S3's console, which asks for a sign-in: what was asked and answered does not leave the account. */
export function consoleAddress(region: string, bucket: string, key: string): string {
  const host = region.startsWith('cn-')
    ? 'console.amazonaws.cn'
    : region.startsWith('us-gov-')
      ? 'console.amazonaws-us-gov.com'
      : `${region}.console.aws.amazon.com`;
  return `https://${host}/s3/object/${bucket}?region=${region}&prefix=${key}`;
}
