import type { DateTime } from 'luxon';
import { catalogue } from '../../catalogue/catalogue.ts';
import { allRegions } from '../../domain/lifecycle.ts';
import { mergeWords } from '../../domain/merge-words.ts';
import { baseModelId } from '../../domain/model-id.ts';
import type { PriceList } from '../../domain/price-list.ts';
import { daysLeft, stageAt } from '../../domain/stage.ts';
import { priceOf } from '../../domain/cases/run-cost.ts';
import type { PlannedPower } from '../../domain/comparison/cases-needed.ts';
import { plannedPower } from '../../domain/comparison/cases-needed.ts';
import type { CompareChoice } from './comparison-options.ts';
import type { Dataset } from './dataset.ts';

/** What a run would do, before anything is asked. */
export interface ComparisonPlan {
  readonly current: string;
  readonly candidate: string;
  readonly region: string;
  readonly cases: number;
  readonly calls: number;
  /** Guessed, four characters a token. */
  readonly tokens: { readonly input: number; readonly output: number };
  readonly cost: {
    readonly current: number | null;
    readonly candidate: number | null;
    readonly total: number | null;
    readonly currency: 'USD';
  };
  readonly power: PlannedPower;
  readonly warnings: readonly string[];
}

interface PlanTerms {
  readonly current: string;
  readonly candidate: string;
  readonly region: string;
  readonly dataset: Dataset;
  readonly choice: CompareChoice;
  readonly judge: string | null;
  readonly prices: PriceList;
  readonly now: DateTime;
}

/** A candidate that ends within so many days is no place to move to. */
const daysToLast = 90;

export function planOf({ current, candidate, region, dataset, choice, judge, prices, now }: PlanTerms): ComparisonPlan {
  const { cases, tokens } = dataset;
  const times = (factor: number) => ({
    inputTokens: tokens.inputTokens * factor,
    outputTokens: tokens.outputTokens * factor,
  });
  const costOf = (modelId: string) => priceOf({ modelId, tokens: times(choice.repeats) }, region, prices);
  const [ofCurrent, ofCandidate] = [costOf(current), costOf(candidate)];
  return {
    current,
    candidate,
    region,
    cases: cases.length,
    calls: cases.length * choice.repeats * (judge === null ? 2 : 4),
    tokens: { input: tokens.inputTokens * choice.repeats * 2, output: tokens.outputTokens * choice.repeats * 2 },
    cost: {
      current: ofCurrent,
      candidate: ofCandidate,
      total: ofCurrent === null || ofCandidate === null ? null : ofCurrent + ofCandidate,
      currency: 'USD',
    },
    power: plannedPower(cases.length, choice.policy),
    warnings: [
      ...candidateWarnings(candidate, now),
      ...(judge === null ? [] : ['the cost of the judge is not in the estimate']),
    ],
  };
}

/** What the catalogue knows against a candidate; no call is made for it. */
function candidateWarnings(candidate: string, now: DateTime): string[] {
  const model = catalogue.find(baseModelId(candidate) ?? candidate);
  if (!model) return [`no source knows ${candidate}: its lifecycle is not checked`];
  const lifecycle = mergeWords(model, [allRegions]);
  const stage = stageAt(lifecycle, now);
  const left = daysLeft(lifecycle.dates, now);
  if (stage !== 'active')
    return [`${candidate} is itself on its way out (${stage}${left === null ? '' : `, ${left} days left`})`];
  return left !== null && left <= daysToLast ? [`${candidate} ends in ${left} days`] : [];
}
