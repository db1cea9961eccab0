import { describe, expect, it } from 'vitest';
import { failureClusters } from '../../../domain/cases/failure-clusters.ts';
import type { Attempt, BreakKind, CheckKind, PairedOutcome } from '../../../domain/comparison/outcome.ts';

const said = (passes: readonly boolean[], breaks: readonly BreakKind[] = []): Attempt => ({
  kind: 'answered',
  breaks,
  checks: passes.map((passed) => ({ passed, score: null })),
  latencyMs: 1,
  ttftMs: null,
  inputTokens: 1,
  outputTokens: 1,
});
const throttled: Attempt = { kind: 'failed', error: 'throttled' };
const checks: readonly CheckKind[] = ['contains', 'number'];
const right = said([true, true]);

function outcomes(...pairs: (readonly [current: Attempt, candidate: Attempt])[]): PairedOutcome[] {
  return pairs.map(([current, candidate], index) => ({
    caseId: `case-${index}`,
    checks,
    attempts: [{ current, candidate, preferred: null }],
  }));
}

describe('what a candidate fails', () => {
  it.each`
    candidate                              | kind       | name           | why
    ${said([false, false], ['truncated'])} | ${'break'} | ${'truncated'} | ${'a break is the cause of the checks it misses'}
    ${said([true, true], ['refusal'])}     | ${'break'} | ${'refusal'}   | ${'a broken answer passes nothing'}
    ${throttled}                           | ${'call'}  | ${'throttled'} | ${'a call that failed is told by its class'}
    ${said([true, false])}                 | ${'check'} | ${'number'}    | ${'the check that it misses is named'}
    ${said([false, false])}                | ${'check'} | ${'contains'}  | ${'the first of several'}
  `('is a $kind $name: $why', ({ candidate, kind, name }: { candidate: Attempt; kind: string; name: string }) => {
    expect(failureClusters(outcomes([right, candidate]))).toEqual([
      { failure: { kind, name }, caseIds: ['case-0'], lost: 1 },
    ]);
  });

  it('is told by kind, the commonest first, with how many of them changing models loses', () => {
    const found = failureClusters(
      outcomes(
        [right, throttled],
        [right, said([true, false])],
        [said([false, true]), said([true, false])],
        [throttled, right],
        [right, right],
      ),
    );

    expect(found).toEqual([
      { failure: { kind: 'check', name: 'number' }, caseIds: ['case-1', 'case-2'], lost: 1 },
      { failure: { kind: 'call', name: 'throttled' }, caseIds: ['case-0'], lost: 1 },
    ]);
  });

  it('of a case asked repeatedly is what it fails once', () => {
    const [first] = outcomes([right, right]);
    const again = { current: right, candidate: said([true, false]), preferred: null };
    const repeated = { caseId: 'a', checks, attempts: [...(first?.attempts ?? []), again] };

    expect(failureClusters([repeated])).toMatchObject([{ failure: { name: 'number' }, caseIds: ['a'] }]);
  });
});
