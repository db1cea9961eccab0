import type { RunEvidence } from '../../domain/cases/comparison-report.ts';
import { defaultComparisonPolicy } from '../../domain/comparison/comparison-policy.ts';
import type { ComparisonRequested, ComparisonRun, ComparisonSummary } from '../../domain/comparison-run.ts';
import { requestedRun } from '../../domain/comparison-runs.ts';
import { aMigration, sonnet45, sonnet5 } from './situation.ts';

export function aRequest(overrides: Partial<ComparisonRequested> = {}): ComparisonRequested {
  return {
    key: 'request-1',
    current: sonnet45,
    candidate: sonnet5,
    region: 'us-east-1',
    dataset: 's3://example-corp-cases/payments.jsonl',
    sample: null,
    judge: null,
    budget: null,
    migrationIds: [aMigration().id],
    requestedBy: 'U0000000001',
    at: '2026-11-20T09:00:00.000Z',
    ...overrides,
  };
}

/** As it stands on Sundial's bus. */
export function aRequestEvent(overrides: Partial<ComparisonRequested> = {}) {
  return {
    version: '0',
    id: 'e-1',
    'detail-type': 'Comparison Requested',
    source: 'sundial',
    account: '111122223333',
    time: '2026-11-20T09:00:00Z',
    region: 'us-west-2',
    resources: [],
    detail: aRequest(overrides),
  };
}

export function aRun(overrides: Partial<ComparisonRun> = {}): ComparisonRun {
  return { ...requestedRun(aRequest(), 'run-1'), ...overrides };
}

export function aSummary(overrides: Partial<ComparisonSummary> = {}): ComparisonSummary {
  return {
    runId: 'run-1',
    current: sonnet45,
    candidate: sonnet5,
    region: 'us-east-1',
    dataset: 's3://example-corp-cases/payments.jsonl',
    verdict: {
      kind: 'regressed',
      reasons: [
        'pass, over 400 cases: the candidate 81.0 %, the current model 92.5 %, a difference of −11.5 points. Worse beyond doubt.',
        '4 gained, 50 lost.',
      ],
    },
    cases: 400,
    answered: 399,
    failed: 1,
    primary: { name: 'pass', difference: -0.115, interval: [-0.152, -0.081] },
    newBreaks: 2,
    worst: [
      { caseId: 'refund-7', kind: 'truncated' },
      { caseId: 'refund-9', kind: 'lost' },
    ],
    notes: [],
    report: 'https://example.com/report.html',
    concludedAt: '2026-11-20T10:00:00.000Z',
    ...overrides,
  };
}

/** What makes a run repeatable, as it is kept beside its cases. */
export const aRunEvidence: RunEvidence = {
  runId: 'run-1',
  startedAt: '2026-11-20T09:00:00.000Z',
  current: sonnet45,
  candidate: sonnet5,
  region: 'us-east-1',
  dataset: { file: 's3://example-corp-cases/payments.jsonl', sha256: 'a'.repeat(64) },
  repeats: 1,
  seed: 1,
  policy: defaultComparisonPolicy,
  judge: null,
  sundial: '0.1.0',
};
