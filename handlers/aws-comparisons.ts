import { createHash } from 'node:crypto';
import { awsAccess } from '../adapters/aws-access.ts';
import { bodiesIn } from '../adapters/cases/large-body.ts';
import { candidateStanding } from '../adapters/comparison/candidate-standing.ts';
import { comparisonExecutions } from '../adapters/comparison/comparison-executions.ts';
import { estimateRun } from '../adapters/comparison/estimate-run.ts';
import { objectStore } from '../adapters/object-store.ts';
import { modelLimits } from '../catalogue/model-limits.ts';
import { noPrices } from '../domain/price-list.ts';
import type { EngineDeps } from './engine-ports.ts';
import type { Comparisons } from './ports.ts';
import { filesOfDataset } from './files-of-dataset.ts';
import { onDemand } from './on-demand.ts';
import { readLogGroups } from './read-log-groups.ts';
import { optionalSetting, setting } from './settings.ts';

/** Calls that all parts of a run have under way together: MaxConcurrency in state-machines/comparison.yml, times a part's own. */
const callsAtOnce = 32;

/** Comparisons on AWS: the state machine runs them, Sundial's own bucket keeps what people upload. */
export function awsComparisons({
  catalogue,
  now,
  prices = noPrices,
}: Pick<EngineDeps, 'catalogue' | 'now' | 'prices'>): Comparisons {
  const objects = objectStore();
  const bucket = setting('SUNDIAL_RUNS_BUCKET');
  const sources = {
    objects,
    logGroups: onDemand(readLogGroups, { bring: true }),
    invocationLog: optionalSetting('SUNDIAL_INVOCATION_LOG'),
    now,
  };
  return {
    ...comparisonExecutions(setting('SUNDIAL_COMPARISON')),
    estimate: (asked) => {
      const { region, candidate, dataset } = asked;
      const files = (folder: string) => filesOfDataset(dataset, folder, sources);
      const knowledge = { prices, catalogue, now: now(), bodyAt: bodiesIn(objects) };
      // Asked while the cases are being read.
      const standing = candidateStanding(awsAccess(), region, candidate);
      return estimateRun(asked, files, callsAtOnce, knowledge, { limits: modelLimits(candidate), standing });
    },
    async keepDataset(name, bytes) {
      const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
      const key = `datasets/${digest}-${name.replaceAll(/[^\w.-]+/g, '-').slice(-80)}`;
      await objects.write(bucket, key, bytes, 'application/octet-stream');
      return `s3://${bucket}/${key}`;
    },
  };
}
