import { adaptiveLimit } from '../../adapters/comparison/adaptive-limit.ts';
import { converse } from '../../adapters/comparison/converse.ts';
import { judgeBy } from '../../adapters/comparison/judge.ts';
import type { Patience } from '../../adapters/comparison/patient-asking.ts';
import { runCases } from '../../adapters/comparison/run-cases.ts';
import { mendRunJournal, openRunJournal, recordedIn } from '../../adapters/comparison/run-journal.ts';
import { awsAccess } from '../../adapters/aws-access.ts';
import { scoreAnswer } from '../../adapters/scoring/score-answer.ts';
import type { PriceList } from '../../domain/price-list.ts';
import { BadInputError } from '../exit.ts';
import type { CompareChoice } from './comparison-options.ts';
import { earlierCalls } from './earlier-calls.ts';
import { frozenAnswers } from './frozen-answers.ts';
import type { OpenDataset } from './open-dataset.ts';
import type { RunDirectory } from './run-directory.ts';
import { runProgress } from './run-progress.ts';

interface ComparisonTerms {
  readonly directory: RunDirectory;
  readonly dataset: OpenDataset;
  readonly choice: CompareChoice;
  /** File of kept answers. */
  readonly frozen: string | undefined;
  readonly patience: Omit<Patience, 'random'>;
  readonly prices: PriceList;
}

/** The budget is used up; what was answered is kept. */
class BudgetError extends Error {
  override readonly name = 'BudgetError';
}

/** Asks what is still to be asked, and writes each answer down as it comes. */
export async function runComparison({
  directory,
  dataset,
  choice,
  frozen,
  patience,
  prices,
}: ComparisonTerms): Promise<void> {
  const { current, candidate, region, repeats, seed, judge } = directory.evidence;
  const models = { current, candidate };
  const kept = frozen === undefined ? null : await frozenAnswers(frozen, current);
  if (kept?.count === 0) throw new BadInputError(`--frozen ${frozen ?? ''}: holds no answer of ${current}`);
  await mendRunJournal(directory.journal);
  const before = { calls: 0 };
  const earlier = await earlierCalls(recordedIn(directory.journal), judge !== null, ({ kind }) => {
    if (kind === 'call') before.calls += 1;
  });
  const ask = converse(awsAccess(), region, () => performance.now());
  const calls = dataset.cases.length * repeats * 2;
  const bar = runProgress({ calls, before: before.calls, models, region, prices, clock: () => performance.now() });
  const journal = openRunJournal(directory.journal);
  const judging =
    judge && judgeBy(ask, judge.modelId, adaptiveLimit(choice.concurrency), { ...patience, random: Math.random });
  try {
    await runCases(dataset.read(), {
      models,
      repeats,
      concurrency: choice.concurrency,
      seed,
      ask,
      patience,
      score: (kase, answer) => scoreAnswer(kase, answer),
      judge: judging,
      frozen: kept?.of ?? (() => null),
      earlier,
      record(record) {
        journal.append(record);
        bar.took(record);
        if (choice.budget !== null && bar.spent() > choice.budget)
          throw new BudgetError(
            `the budget of $${choice.budget} is used up; what was answered is kept: raise it and --resume`,
          );
      },
    });
  } finally {
    bar.end();
    journal.close();
  }
}
