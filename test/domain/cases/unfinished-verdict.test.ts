import { expect, it } from 'vitest';
import { unfinishedVerdict } from '../../../domain/cases/unfinished-verdict.ts';

it.each(['ready', 'regressed', 'inconclusive'] as const)('of a run that has not ended, %s is not said yet', (kind) => {
  const verdict = { kind, reasons: ['as far as it went'], moreCases: null };

  expect(unfinishedVerdict(verdict, 0, 2000)).toBe(verdict);
  expect(unfinishedVerdict(verdict, 1232, 2000)).toEqual({
    kind: 'inconclusive',
    reasons: [
      'The run has not ended: 1,232 of 2,000 cases were not asked yet, and count as failed by both. Go on with it by sundial compare --resume.',
      'as far as it went',
    ],
    moreCases: null,
  });
});
