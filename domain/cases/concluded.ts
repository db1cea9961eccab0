import { collected, wasAsked } from './collected.ts';
import type { ComparisonReport, RunEvidence } from './comparison-report.ts';
import type { Recorded } from './recorded.ts';
import { runCost } from './run-cost.ts';
import { conclusion } from '../comparison/conclusion.ts';
import { selectedVerdict } from './failed-selection.ts';
import { failureClusters } from './failure-clusters.ts';
import { unfinishedVerdict } from './unfinished-verdict.ts';
import type { PriceList } from '../price-list.ts';
import { weeklyCost } from './weekly-cost.ts';
import { worstCases } from '../comparison/worst-cases.ts';
import type { Dataset } from './dataset.ts';

/**
 * What a run says, from what was written down of it alone: a run that was resumed says the same as one that never stopped. One that has not
 * ended has no verdict, unless parts of it may be lost.
 */
export async function concluded(
  evidence: RunEvidence,
  dataset: Pick<Dataset, 'cases'>,
  records: AsyncIterable<Recorded>,
  prices: PriceList,
  notes: readonly string[] = [],
  mayLoseParts = false,
): Promise<ComparisonReport> {
  const gathered = collected();
  const judging = { inputTokens: 0, outputTokens: 0, pairs: 0, consistent: 0, silent: 0, why: '' };
  let [frozen, embeddingTokens] = [0, 0];
  for await (const record of records) {
    gathered.add(record);
    if (record.kind === 'call') {
      frozen += record.frozen ? 1 : 0;
      embeddingTokens += record.embeddingTokens ?? 0;
    } else {
      judging.inputTokens += record.inputTokens;
      judging.outputTokens += record.outputTokens;
      if (record.preferred === null) {
        judging.silent += 1;
        judging.why ||= record.reasons.join(' ');
        continue;
      }
      judging.pairs += 1;
      judging.consistent += record.consistent ? 1 : 0;
    }
  }
  const { current, candidate, judge, embedding, region, repeats, policy, seed, engine } = evidence;
  const outcomes = gathered.outcomes(dataset.cases, repeats);
  const all = conclusion(outcomes, policy, seed);
  const unasked = mayLoseParts ? 0 : outcomes.filter((outcome) => !wasAsked(outcome)).length;
  const selected = selectedVerdict(all.verdict, evidence.selection ?? null);
  const result = { ...all, verdict: unfinishedVerdict(selected, unasked, outcomes.length) };
  const cost = runCost(
    { modelId: current, tokens: result.current },
    { modelId: candidate, tokens: result.candidate },
    judge && { modelId: judge.modelId, tokens: judging },
    embedding ? { modelId: embedding.modelId, tokens: { inputTokens: embeddingTokens, outputTokens: 0 } } : null,
    region,
    prices,
    engine,
  );
  const taken = (modelId: string, { failedCalls, inputTokens, outputTokens }: typeof result.current) => {
    return { modelId, inputTokens, outputTokens, answers: outcomes.length * repeats - failedCalls };
  };
  const moving = [taken(current, result.current), taken(candidate, result.candidate)] as const;
  return {
    evidence,
    conclusion: result,
    cost,
    weekly: evidence.volume ? weeklyCost(evidence.volume, ...moving, region, prices) : null,
    frozen,
    embeddingTokens,
    worst: worstCases(outcomes, result.breaks),
    failures: result.verdict.kind === 'ready' ? [] : failureClusters(outcomes),
    judgeConsistency: judging.pairs > 0 ? judging.consistent / judging.pairs : null,
    notes: [
      ...notes,
      ...(engine === 'batch' ? ['The models answered in batch: their latency is not measured.'] : []),
      ...(embedding ? [`Similarity was measured by ${embedding.modelId}.`] : []),
      ...(evidence.bertScore ? [`BERTScore was measured by ${evidence.bertScore.by}.`] : []),
      ...(frozen > 0
        ? [`${frozen} answers of ${current} were kept from when it still answered; their latency is not measured.`]
        : []),
      ...(judge && judging.silent > 0 ? [silence(judge.modelId, judging)] : []),
      ...(judge?.isCompared ? [`The judge ${judge.modelId} is one of the two models it judges.`] : []),
    ],
  };
}

function silence(modelId: string, { silent, why }: { readonly silent: number; readonly why: string }): string {
  const words = why.replaceAll(/\s+/g, ' ').trim().slice(0, 200);
  const said = words === '' ? '' : ` The first time: ${words}`;
  return `The judge ${modelId} gave no judgement that could be read of ${silent} pairs of answers; they are left out.${said}`;
}
