import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import type { AwsAccess } from '../adapters/aws-access.ts';
import { candidateStanding } from '../adapters/comparison/candidate-standing.ts';
import { estimateRun } from '../adapters/comparison/estimate-run.ts';
import { failedCases } from '../adapters/comparison/failed-cases.ts';
import { objectStore } from '../adapters/object-store.ts';
import { modelLimits } from '../catalogue/model-limits.ts';
import type { ComparisonRun } from '../domain/comparison-run.ts';
import { runOfFailedCases } from '../domain/comparison-run.ts';
import { noPrices } from '../domain/price-list.ts';
import type { ComparisonDeps } from '../handlers/comparison-ports.ts';
import { once } from '../handlers/once.ts';
import type { Comparisons } from '../handlers/ports.ts';
import { RunOverError } from '../handlers/run-meter.ts';
import { keepLocalDataset, localDataset } from './local-dataset.ts';
import type { LocalModels } from './local-models.ts';
import { openModels } from './local-models.ts';
import { simulatedBertScore, simulatedBertScores } from './simulated-bert-scores.ts';
import { PausedError, runHere } from './run-here.ts';

export interface LocalComparisonsOptions {
  /** Where runs are kept; `null` keeps them no longer than the process. */
  readonly directory: string | null;
  readonly deps: () => ComparisonDeps;
  /** The real Bedrock, and S3; simulated ones where it is not given. */
  readonly aws?: AwsAccess | undefined;
  /** Where people find the report of a run; `null` where nobody can open it. */
  readonly addressOf: (runId: string) => string | null;
  /** How long a simulated answer takes. */
  readonly latencyMs?: number;
}

export interface LocalComparisons extends Comparisons {
  /** Goes on with every run that a killed process left, and tells of every end that was not told. */
  readonly resume: () => Promise<void>;
  /** Resolves when nothing runs any more. */
  readonly idle: () => Promise<void>;
  /** The report of a run, a file; `null` while there is none. */
  readonly reportOf: (runId: string) => string | null;
  readonly close: () => Promise<void>;
}

/** Runs comparisons in this process: many calls at once, and each run in a folder of its own. */
export function localComparisons(options: LocalComparisonsOptions): LocalComparisons {
  const { directory, deps, aws, addressOf } = options;
  const home = directory ?? mkdtempSync(join(tmpdir(), 'sundial-runs-'));
  const folderOf = (runId: string) => join(home, 'runs', runId.replaceAll(/[^\w-]/g, ''));
  const objects = aws ? objectStore(new S3Client({ ...aws })) : null;
  let opened: LocalModels | null = null;
  const models = once(async () => (opened = await openModels(aws, options.latencyMs ?? 150)));
  const going = new Map<string, { readonly stop: AbortController; readonly ended: Promise<void> }>();

  const begin = (run: ComparisonRun): void => {
    const { runId } = run;
    if (going.has(runId)) return;
    const stop = new AbortController();
    const path = folderOf(runId);
    const earlier = runOfFailedCases(run.dataset);
    const files = () =>
      earlier === null ? localDataset(run.dataset, path, objects) : failedCases(folderOf(earlier), path, 1);
    const work = async () => {
      const { learn, notes, inRegion } = await models();
      const bertScore = { by: simulatedBertScore, measure: simulatedBertScores };
      const bench = { models: inRegion(run.region), learn, files, notes, bertScore, address: addressOf(runId) };
      await runHere(run, path, bench, stop, deps());
    };
    const ended = work()
      .catch((fault: unknown) => deps().log.error('A run could not be ended', { runId, fault: String(fault) }))
      .finally(() => going.delete(runId));
    going.set(runId, { stop, ended });
  };
  const idle = async () => {
    while (going.size > 0) await Promise.all([...going.values()].map(({ ended }) => ended));
  };
  return {
    start(run) {
      begin(run);
      return Promise.resolve();
    },
    async cancel(runId) {
      const found = going.get(runId);
      found?.stop.abort(new RunOverError(`the run ${runId} was cancelled`));
      await found?.ended;
    },
    estimate(asked) {
      const { catalogue, now, prices = noPrices } = deps();
      const files = (folder: string) => localDataset(asked.dataset, folder, objects);
      const standing = aws ? candidateStanding(aws, asked.region, asked.candidate) : null;
      const look = { limits: modelLimits(asked.candidate), standing };
      return estimateRun(asked, files, 32, { prices, catalogue, now: now() }, look);
    },
    keepDataset: (name, bytes) => Promise.resolve(keepLocalDataset(join(home, 'datasets'), name, bytes)),
    async resume() {
      for (const run of await deps().runs.runs()) if (run.settled !== true) begin(run);
    },
    idle,
    reportOf(runId) {
      const page = join(folderOf(runId), 'report.html');
      return existsSync(page) ? page : null;
    },
    async close() {
      for (const [runId, { stop }] of going) stop.abort(new PausedError(`the run ${runId} goes on later`));
      await idle();
      await opened?.close();
      if (directory === null) rmSync(home, { recursive: true, force: true });
    },
  };
}
