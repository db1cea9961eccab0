import type { DateTime } from 'luxon';
import type { Catalogue } from '../catalogue.ts';
import { allRegions } from '../lifecycle.ts';
import { mergeWords } from '../merge-words.ts';
import { baseModelId } from '../model-id.ts';
import type { PriceList } from '../price-list.ts';
import { daysLeft, stageAt } from '../stage.ts';
import { priceOf } from './run-cost.ts';
import type { PlannedPower } from '../comparison/cases-needed.ts';
import { plannedPower } from '../comparison/cases-needed.ts';
import type { ComparisonPolicy } from '../comparison/comparison-policy.ts';
import type { Dataset } from './dataset.ts';
import { needsEmbedding } from './dataset.ts';
import { embeddingTokens, judgeTokens } from './expected-tokens.ts';

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
    /** `null` where there is none, or no price of it is known. */
    readonly judge: number | null;
    readonly embedding: number | null;
    /** Of all that have a price; `null` where that of one of the two models is not known. */
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
  readonly choice: { readonly repeats: number; readonly policy: ComparisonPolicy };
  readonly judge: string | null;
  /** What similarity is measured by, where cases ask for it. */
  readonly embedding: string;
  readonly prices: PriceList;
  /** Prices of the judge and the embeddings, where they are others. */
  readonly listed?: PriceList;
  readonly catalogue: Catalogue;
  readonly now: DateTime;
}

/** A candidate that ends within so many days is no place to move to. */
const daysToLast = 90;

export function planOf(terms: PlanTerms): ComparisonPlan {
  const { current, candidate, region, dataset, choice, judge, embedding, prices, catalogue, now } = terms;
  // Judge and embeddings are asked on demand, also where the models are asked in batch.
  const { listed = prices } = terms;
  const { cases, tokens } = dataset;
  const times = (factor: number) => ({
    inputTokens: tokens.inputTokens * factor,
    outputTokens: tokens.outputTokens * factor,
  });
  const costOf = (modelId: string) => priceOf({ modelId, tokens: times(choice.repeats) }, region, prices);
  const judging =
    judge === null ? null : priceOf({ modelId: judge, tokens: judgeTokens(dataset, choice.repeats) }, region, listed);
  const embedded = needsEmbedding(dataset)
    ? priceOf({ modelId: embedding, tokens: embeddingTokens(dataset, choice.repeats) }, region, listed)
    : null;
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
      judge: judging,
      embedding: embedded,
      total:
        ofCurrent === null || ofCandidate === null ? null : ofCurrent + ofCandidate + (judging ?? 0) + (embedded ?? 0),
      currency: 'USD',
    },
    power: plannedPower(cases.length, choice.policy),
    warnings: [
      ...candidateWarnings(candidate, catalogue, now),
      ...(needsEmbedding(dataset) && embedded === null
        ? [`no price of ${embedding} is known: embeddings are not in the estimate`]
        : []),
      ...(judge !== null && judging === null
        ? [`no price of the judge ${judge} is known: it is not in the estimate`]
        : []),
    ],
  };
}

/** What the catalogue knows against a candidate; no call is made for it. */
function candidateWarnings(candidate: string, catalogue: Catalogue, now: DateTime): string[] {
  const model = catalogue.find(baseModelId(candidate) ?? candidate);
  if (!model) return [`no source knows ${candidate}: its lifecycle is not checked`];
  const lifecycle = mergeWords(model, [allRegions]);
  const stage = stageAt(lifecycle, now);
  const left = daysLeft(lifecycle.dates, now);
  if (stage !== 'active')
    return [`${candidate} is itself on its way out (${stage}${left === null ? '' : `, ${left} days left`})`];
  return left !== null && left <= daysToLast ? [`${candidate} ends in ${left} days`] : [];
}
