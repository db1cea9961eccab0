import { awsAccess } from '../adapters/aws-access.ts';
import { objectStore } from '../adapters/object-store.ts';
import { customModelDeps } from './custom-models/custom-model-deps.ts';
import type { RecustomiseInput } from './custom-models/recustomise.ts';
import { recustomise } from './custom-models/recustomise.ts';
import type { RecustomiseDeps } from './custom-models/recustomise-ports.ts';
import { recustomiseWorld } from './custom-models/recustomise-world.ts';
import type { StepAnswer } from './custom-models/steps/under-way.ts';
import { cancelRun } from './cancel-run.ts';
import { comparisonDeps } from './comparison-deps.ts';
import { once } from './once.ts';
import { setting } from './settings.ts';

const built = once(async (): Promise<RecustomiseDeps> => {
  const common = customModelDeps(await comparisonDeps());
  const bucket = setting('SUNDIAL_RUNS_BUCKET');
  return {
    ...common,
    ...recustomiseWorld(() => Promise.resolve(awsAccess()), setting('AWS_REGION'), common),
    cancelComparison: async (runId, by) => {
      await cancelRun(runId, by, common);
    },
    measuresBertScore: true,
    async keepDataset(name, bytes) {
      const key = `datasets/${name}`;
      await objectStore().write(bucket, key, bytes, 'application/x-ndjson');
      return `s3://${bucket}/${key}`;
    },
  };
});

/** Called by Step Functions for every step of state-machines/recustomise-model.yml, and by EventBridge Scheduler once a day. */
export const handler = async (input: RecustomiseInput): Promise<StepAnswer> => recustomise(input, await built());
