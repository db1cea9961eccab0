import { expect, it } from 'vitest';
import { BudgetSpentError, runMeter } from '../../handlers/run-meter.ts';
import { aRun } from '../builders/comparison.ts';
import { comparisonDeps } from '../fakes/comparison-deps.ts';

it('ends a run at the budget that somebody who joined it gave while it went on', async () => {
  const { deps, seen } = comparisonDeps();
  const run = aRun({ status: 'running', version: 1, progress: { done: 0, of: 100, failed: 0, cost: 0 } });
  seen.runs.set('run-1', run);
  const meter = runMeter(run, { name: '1', keep: () => Promise.resolve() }, new AbortController(), deps);
  await deps.runs.putShare('run-1', { part: 'other', done: 10, failed: 0, cost: 3 });

  seen.runs.set('run-1', { ...run, budget: 2 });

  await expect(meter.end()).rejects.toThrow(BudgetSpentError);
});
