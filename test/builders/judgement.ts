import type { RecordedJudgement } from '../../domain/cases/recorded.ts';

/** A judge that finds both answers alike. */
export function aJudgement(caseId: string): RecordedJudgement {
  return {
    kind: 'judgement',
    caseId,
    repeat: 0,
    preferred: 'tie',
    consistent: true,
    reasons: [],
    inputTokens: 1,
    outputTokens: 1,
  };
}
