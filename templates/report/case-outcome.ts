import type { RecordedCall } from '../../domain/cases/recorded.ts';
import type { ReportedCase } from '../../domain/cases/comparison-report.ts';
import { isPassed } from '../../domain/comparison/paired-values.ts';

/** What came of one case by the primary metric: `worse` and `better` are of the candidate. */
export type CaseOutcome = 'worse' | 'better' | 'bothPass' | 'neitherPasses' | 'tie' | 'notJudged';

export const outcomeWords: Readonly<Record<CaseOutcome, string>> = {
  worse: '▼ Regression',
  better: '▲ Gain',
  bothPass: '= Both pass',
  neitherPasses: '= Neither passes',
  tie: '= Tie',
  notJudged: 'Not judged',
};

/** By the judge where it is the primary metric, else by passing: answered, unbroken, and all checks met. */
export function caseOutcome(kase: ReportedCase, primary: string | null): CaseOutcome {
  const answered = [kase.current, kase.candidate].map((call) => call?.attempt.kind === 'answered');
  if (primary !== 'judge' || answered[0] !== answered[1]) return passing(kase);
  switch (kase.judgement?.preferred ?? null) {
    case 'current':
      return 'worse';
    case 'candidate':
      return 'better';
    case 'tie':
      return 'tie';
    case null:
      return answered[0] ? 'notJudged' : 'neitherPasses';
  }
}

function passing({ current, candidate }: ReportedCase): CaseOutcome {
  const [before, after] = [passes(current), passes(candidate)];
  if (before === after) return before ? 'bothPass' : 'neitherPasses';
  return after ? 'better' : 'worse';
}

/** A call that was never made passes nothing. */
export function passes(call: RecordedCall | null): boolean {
  return call !== null && isPassed(call.attempt);
}
