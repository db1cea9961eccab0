import { expect, it } from 'vitest';
import { concluded } from '../../../domain/cases/concluded.ts';
import type { Recorded } from '../../../domain/cases/recorded.ts';
import { noPrices } from '../../../domain/price-list.ts';
import { aRunEvidence } from '../../builders/comparison.ts';
import { passing } from '../../builders/paired-outcome.ts';

const judge = { modelId: 'judge', rubricHash: '1', isCompared: false };

/** Two cases, of which the second lacks the candidate's answer. */
// eslint-disable-next-line @typescript-eslint/require-await -- records come one by one, wherever they are
async function* records(reasons: readonly string[]): AsyncGenerator<Recorded> {
  const call = { kind: 'call', repeat: 0, attempt: passing, answer: null, failure: null, frozen: false } as const;
  yield { ...call, caseId: 'a', side: 'current' };
  yield { ...call, caseId: 'a', side: 'candidate' };
  yield { ...call, caseId: 'b', side: 'current' };
  const tokens = { inputTokens: 1, outputTokens: 1 };
  yield { kind: 'judgement', caseId: 'a', repeat: 0, preferred: null, consistent: false, reasons, ...tokens };
}

const report = (reasons: readonly string[], mayLoseParts: boolean) => {
  const cases = ['a', 'b'].map((id) => ({ id, checks: ['exact'] as const }));
  return concluded({ ...aRunEvidence, judge }, { cases }, records(reasons), noPrices, [], mayLoseParts);
};

it.each`
  reasons                   | note                                                                                                                              | why
  ${['no such\nmodel', '']} | ${'The judge judge gave no judgement that could be read of 1 pairs of answers; they are left out. The first time: no such model'} | ${'its words help to mend it'}
  ${['', '']}               | ${'The judge judge gave no judgement that could be read of 1 pairs of answers; they are left out.'}                               | ${'it said nothing'}
`('says that a judge told nothing: $why', async ({ reasons, note }: { reasons: string[]; note: string }) => {
  expect((await report(reasons, true)).notes).toEqual([note]);
});

it('has no verdict of a run that has not ended, unless parts of it may be lost', async () => {
  expect((await report([], false)).conclusion.verdict.reasons[0]).toContain('1 of 2 cases were not asked yet');
  expect((await report([], true)).conclusion.verdict.reasons[0]).toMatch(/^pass, over 2 cases/);
});
