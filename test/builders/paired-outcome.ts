import type { Answered, Attempt, CheckKind, PairedOutcome } from '../../domain/comparison/outcome.ts';

export function anAnswer(overrides: Partial<Answered> = {}): Answered {
  return {
    kind: 'answered',
    breaks: [],
    checks: [{ passed: true, score: null }],
    latencyMs: 400,
    ttftMs: 120,
    inputTokens: 100,
    outputTokens: 20,
    ...overrides,
  };
}

export const passing = anAnswer();
export const failing = anAnswer({ checks: [{ passed: false, score: null }] });
export const refusing = anAnswer({ breaks: ['refusal'], checks: [{ passed: false, score: null }] });
export const unanswered: Attempt = { kind: 'failed', error: 'throttled' };

export function aPair(
  current: Attempt = passing,
  candidate: Attempt = passing,
  overrides: Partial<PairedOutcome> = {},
): Omit<PairedOutcome, 'caseId'> {
  return {
    checks: ['exact'] as readonly CheckKind[],
    attempts: [{ current, candidate, preferred: null }],
    ...overrides,
  };
}

/** So many of each pair, with case ids from `case-1` on. */
export function outcomes(
  ...groups: readonly (readonly [count: number, pair: Omit<PairedOutcome, 'caseId'>])[]
): PairedOutcome[] {
  return groups
    .flatMap(([count, pair]) => Array.from({ length: count }, () => pair))
    .map((pair, index) => ({ caseId: `case-${index + 1}`, ...pair }));
}
