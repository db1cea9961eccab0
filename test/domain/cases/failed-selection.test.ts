import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failedSelection, selectedVerdict } from '../../../domain/cases/failed-selection.ts';
import type { Attempt, PairedOutcome } from '../../../domain/comparison/outcome.ts';

const said = (passed: boolean): Attempt => ({
  kind: 'answered',
  breaks: [],
  checks: [{ passed, score: null }],
  latencyMs: 1,
  ttftMs: null,
  inputTokens: 1,
  outputTokens: 1,
});
const outcome = (passed: boolean, index: number): PairedOutcome => ({
  caseId: `case-${index}`,
  checks: ['exact'],
  attempts: [{ current: said(true), candidate: said(passed), preferred: null }],
});

describe('what failed, and a guard', () => {
  it('holds every case that failed, as many others as wanted and there are, each once and in order', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean()), fc.nat(30), fc.nat(), (passed, guard, seed) => {
        const outcomes = passed.map(outcome);
        const { caseIds, ...counts } = failedSelection('run-1', outcomes, guard, seed);
        const failed = passed.filter((one) => !one).length;

        expect(counts).toEqual({ runId: 'run-1', failed, guard: Math.min(guard, passed.length - failed) });
        expect(caseIds).toEqual(outcomes.map(({ caseId }) => caseId).filter((id) => caseIds.includes(id)));
        expect(new Set(caseIds).size).toBe(counts.failed + counts.guard);
        expect(failedSelection('run-1', outcomes, guard, seed).caseIds).toEqual(caseIds);
      }),
    );
  });

  it('is never ready and never regressed: what was chosen by failing stands for no others', () => {
    const selection = { runId: 'run-1', failed: 3, guard: 2, caseIds: [] };
    const ready = { kind: 'ready', reasons: ['fine'], moreCases: null } as const;
    const regressed = { ...ready, kind: 'regressed' } as const;

    expect(selectedVerdict(ready, selection)).toMatchObject({ kind: 'inconclusive' });
    expect(selectedVerdict(ready, null)).toEqual(ready);
    expect(selectedVerdict(regressed, selection)).toMatchObject({ kind: 'inconclusive' });
    expect(selectedVerdict(regressed, null)).toEqual(regressed);
  });
});
