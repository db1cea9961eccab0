import type { ComparisonReport, ReportedCase } from '../../../domain/cases/comparison-report.ts';
import type { RecordedCall, Side } from '../../../domain/cases/recorded.ts';
import { defaultComparisonPolicy } from '../../../domain/comparison/comparison-policy.ts';
import { conclusion } from '../../../domain/comparison/conclusion.ts';
import type { Attempt, BreakKind, PairedOutcome } from '../../../domain/comparison/outcome.ts';

export function aCall(side: Side, text: string, overrides: Partial<RecordedCall> = {}): RecordedCall {
  return {
    kind: 'call',
    caseId: 'case-1',
    repeat: 0,
    side,
    attempt: answered(true),
    answer: {
      text,
      toolCalls: [],
      stopReason: 'end_turn',
      latencyMs: 900,
      ttftMs: 210,
      inputTokens: 120,
      outputTokens: 40,
    },
    failure: null,
    frozen: false,
    ...overrides,
  };
}

export function answered(passed: boolean, breaks: readonly BreakKind[] = [], latencyMs = 900): Attempt {
  const checks = [{ passed, score: null }];
  return {
    kind: 'answered',
    breaks,
    checks,
    latencyMs,
    ttftMs: Math.round(latencyMs / 4),
    inputTokens: 120,
    outputTokens: 40,
  };
}

export function failedCall(side: Side, error: string, failure: string): RecordedCall {
  return aCall(side, '', { attempt: { kind: 'failed', error }, answer: null, failure });
}

export function aCase(overrides: Partial<ReportedCase> = {}): ReportedCase {
  return {
    caseId: 'case-1',
    prompt: 'How long is the warranty?',
    expected: null,
    tags: {},
    current: aCall('current', 'Two years.'),
    candidate: aCall('candidate', 'Two years.'),
    judgement: null,
    ...overrides,
  };
}

/** What a run of these cases reports: the true statistics of them. */
export function aReport(cases: readonly ReportedCase[], overrides: Partial<ComparisonReport> = {}): ComparisonReport {
  const policy = defaultComparisonPolicy;
  return {
    evidence: {
      runId: '3f1a9c52-6f0e-4c8e-9b59-1d2f8a7d4e10',
      startedAt: '2026-11-20T09:00:00.000Z',
      current: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
      candidate: 'anthropic.claude-sonnet-5',
      region: 'us-east-1',
      dataset: {
        file: 'support-cases.jsonl',
        sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      },
      repeats: 1,
      seed: 7,
      policy,
      judge: { modelId: 'amazon.nova-premier-v1:0', rubricHash: '4be1a3f09c7d2e55', isCompared: false },
      sundial: '0.1.0',
    },
    conclusion: conclusion(cases.map(outcomeOf), policy, 7),
    weekly: null,
    cost: {
      current: 1.8214,
      candidate: 1.2066,
      judge: 0.9042,
      embedding: null,
      currency: 'USD',
      basis: 'the run’s own tokens at list prices on demand, AWS Price List of 2026-11-18',
    },
    embeddingTokens: 0,
    frozen: 0,
    judgeConsistency: 0.913,
    worst: [],
    failures: [
      { failure: { kind: 'break', name: 'truncated' }, caseIds: ['case-9'], lost: 1 },
      { failure: { kind: 'call', name: 'throttled' }, caseIds: ['case-7'], lost: 0 },
    ],
    notes: [],
    ...overrides,
  };
}

function outcomeOf({ caseId, current, candidate, judgement }: ReportedCase): PairedOutcome {
  const never: Attempt = { kind: 'failed', error: 'unreachable' };
  return {
    caseId,
    checks: ['contains'],
    attempts: [
      {
        current: current?.attempt ?? never,
        candidate: candidate?.attempt ?? never,
        preferred: judgement?.preferred ?? null,
      },
    ],
  };
}

export async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  for (const item of items) yield await Promise.resolve(item);
}

export async function whole(parts: AsyncIterable<string>): Promise<string> {
  const kept: string[] = [];
  for await (const part of parts) kept.push(part);
  return kept.join('');
}
