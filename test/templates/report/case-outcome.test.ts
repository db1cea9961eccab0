import { describe, expect, it } from 'vitest';
import type { Preference } from '../../../domain/comparison/outcome.ts';
import { caseOutcome } from '../../../templates/report/case-outcome.ts';
import { aCall, aCase, answered, failedCall } from './compared.ts';

const call = (passed: boolean | null) =>
  passed === null
    ? failedCall('candidate', 'throttled', 'Too many requests')
    : aCall('candidate', 'Yes.', { attempt: answered(passed) });

describe('caseOutcome', () => {
  it.each`
    current  | candidate | judged         | primary    | outcome            | why
    ${true}  | ${true}   | ${'current'}   | ${'pass'}  | ${'bothPass'}      | ${'the judge is not the measure'}
    ${true}  | ${false}  | ${'candidate'} | ${'pass'}  | ${'worse'}         | ${'only the current passes'}
    ${false} | ${true}   | ${null}        | ${'pass'}  | ${'better'}        | ${'only the candidate passes'}
    ${false} | ${false}  | ${null}        | ${'pass'}  | ${'neitherPasses'} | ${'both fail'}
    ${true}  | ${null}   | ${null}        | ${'judge'} | ${'worse'}         | ${'a failed call loses without being judged'}
    ${null}  | ${true}   | ${null}        | ${'judge'} | ${'better'}        | ${'of either model'}
    ${null}  | ${null}   | ${null}        | ${'judge'} | ${'neitherPasses'} | ${'two failures are no difference'}
    ${true}  | ${true}   | ${'current'}   | ${'judge'} | ${'worse'}         | ${'judged worse'}
    ${true}  | ${true}   | ${'candidate'} | ${'judge'} | ${'better'}        | ${'judged better'}
    ${true}  | ${true}   | ${'tie'}       | ${'judge'} | ${'tie'}           | ${'judged even'}
    ${true}  | ${true}   | ${null}        | ${'judge'} | ${'notJudged'}     | ${'the judge could not be read'}
  `(
    'is $outcome: $why',
    (row: {
      current: boolean | null;
      candidate: boolean | null;
      judged: Preference | null;
      primary: string;
      outcome: string;
    }) => {
      const judgement = {
        kind: 'judgement' as const,
        caseId: 'case-1',
        repeat: 0,
        preferred: row.judged,
        consistent: true,
        reasons: [],
        inputTokens: 0,
        outputTokens: 0,
      };

      const outcome = caseOutcome(
        aCase({ current: call(row.current), candidate: call(row.candidate), judgement }),
        row.primary,
      );

      expect(outcome).toBe(row.outcome);
    },
  );
});
