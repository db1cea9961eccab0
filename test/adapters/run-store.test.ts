import { describe, expect, it } from 'vitest';
import { runStore } from '../../adapters/run-store.ts';
import { aRun } from '../builders/comparison.ts';
import { aTable } from './local-table.ts';

describe('the store of runs', () => {
  it('keeps a run, and what each part of it has done', async () => {
    const runs = runStore(await aTable());

    await runs.putRun(aRun());
    await runs.putShare('run-1', { part: '1', done: 3, failed: 1, cost: 0.5 });
    await runs.putShare('run-1', { part: '1', done: 4, failed: 1, cost: 0.6 });
    await runs.putShare('run-2', { part: '1', done: 9, failed: 0, cost: null });

    expect(await runs.run('run-1')).toEqual({ ...aRun(), version: 1 });
    expect(await runs.runs()).toHaveLength(1);
    expect(await runs.shares('run-1')).toEqual([{ part: '1', done: 4, failed: 1, cost: 0.6 }]);
    expect(await runs.run('run-9')).toBeNull();
  });

  it('lets one of two write who read the same version', async () => {
    const runs = runStore(await aTable());

    const begun = await Promise.all([runs.putRun(aRun()), runs.putRun(aRun())]);
    const run = (await runs.run('run-1')) ?? aRun();
    const changed = await Promise.all([
      runs.putRun({ ...run, status: 'cancelled' }),
      runs.putRun({ ...run, status: 'concluded' }),
    ]);

    expect(begun.toSorted()).toEqual([false, true]);
    expect(changed.toSorted()).toEqual([false, true]);
  });
});
