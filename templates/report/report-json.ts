import type { ComparisonReport } from '../../domain/cases/comparison-report.ts';
import type { ModelSummary } from '../../domain/comparison/conclusion.ts';
import { failureAdvice } from './words-advice.ts';

/** A comparison as one JSON document, that of `sundial compare --json`; `report` is the absolute path of the HTML file. */
export function reportJson(whole: ComparisonReport, report: string) {
  const { evidence, conclusion, cost, frozen, judgeConsistency, embeddingTokens } = whole;
  const { runId, current, candidate, region } = evidence;
  return {
    runId,
    current,
    candidate,
    region,
    cases: conclusion.cases,
    answered: conclusion.answered,
    failed: conclusion.failed,
    frozen,
    verdict: conclusion.verdict,
    metrics: conclusion.metrics,
    latency: { current: latencyOf(conclusion.current), candidate: latencyOf(conclusion.candidate) },
    tokens: { current: tokensOf(conclusion.current), candidate: tokensOf(conclusion.candidate) },
    noise: { current: conclusion.current.noise, candidate: conclusion.candidate.noise },
    cost: cost.current === null && cost.candidate === null ? null : cost,
    weekly: whole.weekly,
    breaks: conclusion.breaks.new,
    healed: conclusion.breaks.healed,
    failures: whole.failures.map(({ failure, caseIds, lost }) => ({
      ...failure,
      cases: caseIds.length,
      lost,
      caseIds,
      advice: failureAdvice(failure),
    })),
    planned: conclusion.planned,
    judge: evidence.judge && { ...evidence.judge, consistency: judgeConsistency },
    bertScore: evidence.bertScore ?? null,
    embedding: evidence.embedding ? { modelId: evidence.embedding.modelId, tokens: embeddingTokens } : null,
    report,
  };
}

function latencyOf({ latency: { p50, p95, ttft, intervals, calls } }: ModelSummary) {
  return { p50, p95, ttft, intervals, calls };
}

function tokensOf({ inputTokens, outputTokens, failedCalls }: ModelSummary) {
  return { input: inputTokens, output: outputTokens, failedCalls };
}
