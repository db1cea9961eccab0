import { awsAccess } from '../../adapters/aws-access.ts';
import type { AskModel } from '../../adapters/comparison/converse.ts';
import { converse } from '../../adapters/comparison/converse.ts';
import type { OpenDataset } from '../../adapters/comparison/open-dataset.ts';
import { usualPatience } from '../../adapters/comparison/patient-asking.ts';
import { runComparison } from '../../adapters/comparison/run-comparison.ts';
import { embedBy } from '../../adapters/scoring/embed-by.ts';
import { defaultEmbeddingModel } from '../../adapters/scoring/embedding-family.ts';
import type { RunDirectory } from '../../adapters/comparison/run-directory.ts';
import { batchPrices } from '../../domain/batch-prices.ts';
import { recordPrice } from '../../domain/cases/record-price.ts';
import type { PriceList } from '../../domain/price-list.ts';
import type { CompareChoice } from './comparison-options.ts';
import type { FrozenAnswers } from './frozen-answers.ts';
import { runProgress } from './run-progress.ts';

/** The budget is used up; what was answered is kept. */
class BudgetError extends Error {
  override readonly name = 'BudgetError';
}

/** Runs a comparison at a terminal: kept answers where some are given, a line of progress, and an end when the budget is used up. */
export async function askTheModels(
  directory: RunDirectory,
  dataset: OpenDataset,
  { concurrency, budget }: CompareChoice,
  /** What answers cases from a batch; the judge is asked all the same. */
  batch: AskModel | null,
  kept: FrozenAnswers | null,
  prices: PriceList,
  /** Called once the first questions are on their way: what can be done while they are answered. */
  meanwhile: () => void,
): Promise<void> {
  const { current, candidate, region, repeats, judge, embedding } = directory.evidence;
  const clock = () => performance.now();
  const onDemand = converse(awsAccess(), region, clock);
  const calls = dataset.cases.length * repeats * 2;
  const pricing = {
    models: { current, candidate },
    judge: judge?.modelId ?? null,
    embedding: embedding?.modelId ?? defaultEmbeddingModel,
    region,
    asked: batch ? batchPrices(prices) : prices,
    listed: prices,
  };
  // Asked before each call: what is under way when the budget is used up has been paid for, and is written down.
  const withinBudget = () => {
    if (budget !== null && bar.spent() > budget)
      throw new BudgetError(`the budget of $${budget} is used up; what was answered is kept: raise it and --resume`);
  };
  const soon = setTimeout(meanwhile, 30);
  const bar = runProgress({ calls, price: (record) => recordPrice(record, pricing), clock });
  try {
    await runComparison({
      directory,
      dataset,
      concurrency,
      ask: batch ?? onDemand,
      askJudge: onDemand,
      embed: embedBy(awsAccess(), region, embedding?.modelId),
      patience: { ...usualPatience, goOn: withinBudget },
      frozen: kept?.of ?? null,
      found: (record) => bar.found(record),
      took: (record) => bar.took(record),
    });
  } finally {
    clearTimeout(soon);
    bar.end();
  }
}
