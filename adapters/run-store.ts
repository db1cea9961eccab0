import type { ComparisonRun } from '../domain/comparison-run.ts';
import type { RunShare } from '../domain/comparison-runs.ts';
import { keyPart } from './item-key.ts';
import type { Table } from './table.ts';
import { putVersioned } from './versioned.ts';

const runs = 'RUNS';

/** Runs of comparisons: `RUNS` holds each run, `RUN#id` what each part of it has done so far. */
export function runStore(table: Table) {
  return {
    async run(runId: string): Promise<ComparisonRun | null> {
      return ((await table.get(runs, keyPart(runId)))?.['run'] as ComparisonRun | undefined) ?? null;
    },
    async runs(): Promise<readonly ComparisonRun[]> {
      return (await table.query(runs)).flatMap(({ run }) => (run === undefined ? [] : [run as ComparisonRun]));
    },
    /** Writes over the version read; `false` where somebody else wrote first. */
    async putRun(run: ComparisonRun): Promise<boolean> {
      return putVersioned(table, { pk: runs, sk: keyPart(run.runId) }, 'run', run);
    },
    /** A part says all that it did so far, so that it may say so twice. */
    async putShare(runId: string, share: RunShare): Promise<void> {
      await table.put({ pk: `RUN#${keyPart(runId)}`, sk: `SHARE#${keyPart(share.part)}`, share });
    },
    async shares(runId: string): Promise<readonly RunShare[]> {
      const items = await table.query(`RUN#${keyPart(runId)}`, 'SHARE#');
      return items.flatMap(({ share }) => (share === undefined ? [] : [share as RunShare]));
    },
  };
}
