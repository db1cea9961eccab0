import { defaultEmbeddingModel } from '../adapters/scoring/embedding-family.ts';
import { batchPrices } from '../domain/batch-prices.ts';
import type { Recorded } from '../domain/cases/recorded.ts';
import { recordPrice } from '../domain/cases/record-price.ts';
import type { ComparisonRun } from '../domain/comparison-run.ts';
import { isOver } from '../domain/comparison-runs.ts';
import { noPrices } from '../domain/price-list.ts';
import type { TellingDeps } from './comparison-ports.ts';
import { tellProgress } from './tell-progress.ts';

/** Somebody cancelled the run: nothing more is asked, and nothing is told of it. */
export class RunOverError extends Error {
  override readonly name = 'RunOverError';
}

/** The run has cost what it may. */
export class BudgetSpentError extends Error {
  override readonly name = 'BudgetSpentError';
}

/** What was told to be done is told at most so often; the messages themselves are edited more seldom. */
const millisecondsBetween = 2_000;

/** Counts the calls of one part of a run, tells of them, and aborts the part where the run was cancelled or has cost what it may. */
export function runMeter(
  run: ComparisonRun,
  { name, keep }: { readonly name: string; readonly keep: () => Promise<void> },
  stop: AbortController,
  deps: TellingDeps,
) {
  const { runId, region, judge } = run;
  const listed = deps.prices ?? noPrices;
  const asked = run.engine === 'batch' ? batchPrices(listed) : listed;
  const models = { current: run.current, candidate: run.candidate };
  const pricing = { models, judge, embedding: defaultEmbeddingModel, region, asked, listed };
  let [done, failed, toldAt] = [0, 0, -Infinity];
  let cost: number | null = 0;
  let telling: Promise<void> | null = null;

  const count = (record: Recorded) => {
    const price = recordPrice(record, pricing);
    cost = price === null || cost === null ? null : cost + price;
    if (record.kind !== 'call') return;
    done += 1;
    if (record.attempt.kind === 'failed') failed += 1;
  };
  const tell = async () => {
    await keep();
    const told = await tellProgress(runId, { part: name, done, failed, cost }, deps);
    // As it is now: somebody who joined the run may have set a smaller one.
    const { budget } = told;
    const spent = Math.max(told.progress?.cost ?? 0, cost ?? 0);
    if (isOver(told)) stop.abort(new RunOverError(`the run ${runId} is over: ${told.status}`));
    else if (budget !== null && spent > budget)
      stop.abort(
        new BudgetSpentError(
          `The budget of $${budget.toFixed(2)} is spent, after ${told.progress?.done ?? done} calls.`,
        ),
      );
  };
  return {
    /** An earlier attempt at this part recorded it. */
    found: count,
    took(record: Recorded): void {
      count(record);
      const now = deps.now().toMillis();
      if (telling || now - toldAt < millisecondsBetween) return;
      toldAt = now;
      telling = tell()
        .catch((fault: unknown) => stop.abort(fault))
        .finally(() => (telling = null));
    },
    /** Tells the rest. Throws why the run must end, where it must. */
    async end(): Promise<void> {
      await telling;
      stop.signal.throwIfAborted();
      await tell();
      stop.signal.throwIfAborted();
    },
  };
}
