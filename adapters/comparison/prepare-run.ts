import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DateTime } from 'luxon';
import { batchPrices } from '../../domain/batch-prices.ts';
import type { ComparisonPlan } from '../../domain/cases/comparison-plan.ts';
import { planOf } from '../../domain/cases/comparison-plan.ts';
import type { RunEvidence } from '../../domain/cases/comparison-report.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import { defaultComparisonPolicy } from '../../domain/comparison/comparison-policy.ts';
import type { ComparisonRequested, ComparisonRun } from '../../domain/comparison-run.ts';
import type { PriceList } from '../../domain/price-list.ts';
import type { BodyAt } from '../cases/large-body.ts';
import type { ReadTerms } from '../cases/read-cases.ts';
import { needsBertScore, needsEmbedding } from '../../domain/cases/dataset.ts';
import { judgesItself } from '../../domain/cases/judges-itself.ts';
import { defaultEmbeddingModel } from '../scoring/embedding-family.ts';
import { selectionIn } from './failed-cases.ts';
import { rubricHash } from './judge.ts';
import type { OpenDataset } from './open-dataset.ts';
import { openDataset } from './open-dataset.ts';
import { casesOf, prepareCases } from './prepare-cases.ts';
import type { RunDirectory } from './run-directory.ts';
import { openRunDirectory } from './run-directory.ts';

/** A run would cost more than it may; nothing was asked. */
export class OverBudgetError extends Error {
  override readonly name = 'OverBudgetError';
}

/** What is known about models without asking them. */
export interface Knowledge {
  readonly prices: PriceList;
  /** Prices of judge and embeddings, where they are others. */
  readonly listed?: PriceList;
  readonly catalogue: Catalogue;
  readonly now: DateTime;
  /** How bodies are read that were too large for the model invocation log; without it they are dropped. */
  readonly bodyAt?: BodyAt;
}

/** Each case is asked once, in an order that is the same for the same run. */
const choice = { repeats: 1, seed: 1, policy: defaultComparisonPolicy } as const;

/** Makes a folder ready for a run, or finds it so: its cases, and what makes it repeatable. */
export async function prepareRun(
  run: ComparisonRun,
  files: () => Promise<readonly string[]>,
  path: string,
  knowledge: Knowledge,
  /** What measures BERTScore, in words. */
  bertScoreBy: string,
): Promise<{ readonly directory: RunDirectory; readonly dataset: OpenDataset; readonly plan: ComparisonPlan }> {
  mkdirSync(path, { recursive: true });
  const cases = casesFile(path);
  if (!existsSync(cases))
    await prepareCases(
      await files(),
      cases,
      run.sample,
      choice.seed,
      casesOf(run.dataset, run.current),
      termsOf(knowledge),
    );
  const dataset = await openDataset(cases, null, run.dataset);
  const prices = run.engine === 'batch' ? batchPrices(knowledge.prices) : knowledge.prices;
  const plan = planFor(run, dataset, { ...knowledge, prices, listed: knowledge.prices });
  if (run.budget !== null && plan.cost.total !== null && plan.cost.total > run.budget)
    throw new OverBudgetError(
      `The run would cost about $${plan.cost.total.toFixed(2)}, and its budget is $${run.budget.toFixed(2)}: nothing was asked.`,
    );
  return {
    directory: openRunDirectory(path, { ...evidenceOf(run, dataset, bertScoreBy), ...selectedIn(path) }, true),
    dataset,
    plan,
  };
}

/** Cases that were chosen because they failed give no verdict of all. */
function selectedIn(path: string): Pick<RunEvidence, 'selection'> {
  const selection = selectionIn(path);
  return selection ? { selection } : {};
}

export function termsOf({ bodyAt }: Knowledge): ReadTerms {
  return bodyAt ? { bodyAt } : {};
}

export function casesFile(path: string): string {
  return join(path, 'cases.jsonl');
}

export function planFor(
  asked: Pick<ComparisonRequested, 'current' | 'candidate' | 'region' | 'judge'>,
  dataset: OpenDataset,
  knowledge: Knowledge,
): ComparisonPlan {
  const { current, candidate, region, judge } = asked;
  return planOf({ current, candidate, region, judge, dataset, choice, embedding: defaultEmbeddingModel, ...knowledge });
}

function evidenceOf(run: ComparisonRun, cases: OpenDataset, bertScoreBy: string): RunEvidence {
  const { runId, at, current, candidate, names, region, dataset, judge } = run;
  const { sha256 } = cases;
  const isCompared = judge !== null && judgesItself(judge, [current, candidate]);
  return {
    runId,
    startedAt: at,
    current,
    candidate,
    ...(names && { names }),
    region,
    dataset: { file: dataset, sha256 },
    ...choice,
    judge: judge === null ? null : { modelId: judge, rubricHash, isCompared },
    embedding: needsEmbedding(cases) ? { modelId: defaultEmbeddingModel } : null,
    bertScore: needsBertScore(cases) ? { by: bertScoreBy } : null,
    ...(run.engine && { engine: run.engine }),
    sundial: '0.1.0',
  };
}
