import { describe, expect, it } from 'vitest';
import { collected, wasAsked } from '../../../domain/cases/collected.ts';
import type { RecordedCall } from '../../../domain/cases/recorded.ts';
import type { Attempt } from '../../../domain/comparison/outcome.ts';

function call(caseId: string, side: 'current' | 'candidate', attempt: Attempt, repeat = 0): RecordedCall {
  return { kind: 'call', caseId, repeat, side, attempt, answer: null, failure: null, frozen: false };
}

function answered(latencyMs: number, passed: boolean, score: number | null = null): Attempt {
  const took = { latencyMs, ttftMs: null, inputTokens: 1, outputTokens: 1 };
  return { kind: 'answered', breaks: [], checks: [{ passed, score }], ...took };
}

const cases = [{ id: 'a', checks: ['exact' as const] }];

describe('what came of a run', () => {
  it('is one outcome a case, in whatever order it came; a call that was never made has failed', () => {
    const gathered = collected();
    const [first, second, scored] = [answered(1, true), answered(2, false), answered(3, true, 0.7)];
    const failed: Attempt = { kind: 'failed', error: 'timeout' };
    gathered.add(call('a', 'candidate', second, 1));
    gathered.add(call('a', 'current', first, 0));
    gathered.add(call('a', 'candidate', failed, 0));
    gathered.add(call('a', 'current', scored, 1));
    const judged = { preferred: 'tie', consistent: true, reasons: [], inputTokens: 1, outputTokens: 1 } as const;
    gathered.add({ kind: 'judgement', caseId: 'a', repeat: 1, ...judged });

    const notAsked = { kind: 'failed', error: 'notAsked' };
    expect(gathered.outcomes(cases, 3)).toEqual([
      {
        caseId: 'a',
        checks: ['exact'],
        attempts: [
          { current: first, candidate: failed, preferred: null },
          { current: scored, candidate: second, preferred: 'tie' },
          { current: notAsked, candidate: notAsked, preferred: null },
        ],
      },
    ]);
  });

  it('blames neither model for a pair of which one call was never made', () => {
    const gathered = collected();
    gathered.add(call('a', 'current', answered(1, true)));
    const [outcome] = gathered.outcomes(cases, 1);

    expect(outcome?.attempts).toEqual([
      {
        current: { kind: 'failed', error: 'notAsked' },
        candidate: { kind: 'failed', error: 'notAsked' },
        preferred: null,
      },
    ]);
    expect(outcome && wasAsked(outcome)).toBe(false);
  });

  it.each`
    preferred    | consistent | contradicted | why
    ${'tie'}     | ${false}   | ${true}      | ${'a judge that contradicts itself is a tie of another kind'}
    ${'tie'}     | ${true}    | ${undefined} | ${'it saw no difference in either order'}
    ${'current'} | ${true}    | ${undefined} | ${'it said the same twice'}
    ${null}      | ${false}   | ${undefined} | ${'what could not be read contradicts nothing'}
  `('knows a judge that contradicted itself: $why', ({ contradicted, ...judged }) => {
    const gathered = collected();
    gathered.add(call('a', 'current', answered(1, true)));
    gathered.add(call('a', 'candidate', answered(1, true)));
    const told = judged as { preferred: 'tie' | 'current' | null; consistent: boolean };
    const { preferred, consistent } = told;
    const tokens = { inputTokens: 1, outputTokens: 1 };
    gathered.add({ kind: 'judgement', caseId: 'a', repeat: 0, preferred, consistent, reasons: [], ...tokens });

    expect(gathered.outcomes(cases, 1)[0]?.attempts[0]).toMatchObject({ preferred });
    expect(gathered.outcomes(cases, 1)[0]?.attempts[0]?.contradicted).toBe(contradicted);
  });

  it('shares what thousands of attempts say alike, and keeps what each measured', () => {
    const gathered = collected();
    gathered.add(call('a', 'current', answered(1, true)));
    gathered.add(call('a', 'candidate', answered(2, true)));
    const [attempt] = gathered.outcomes(cases, 1)[0]?.attempts ?? [];

    if (attempt?.current.kind !== 'answered' || attempt.candidate.kind !== 'answered') throw new Error('not answered');
    expect(attempt.candidate.checks).toBe(attempt.current.checks);
    expect([attempt.current.latencyMs, attempt.candidate.latencyMs]).toEqual([1, 2]);
  });
});
