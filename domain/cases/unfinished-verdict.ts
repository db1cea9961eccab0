import type { Verdict } from '../comparison/verdict.ts';

/** A run of which some cases were not asked yet shows nothing of its dataset: they count for both models as failed. */
export function unfinishedVerdict(verdict: Verdict, unasked: number, cases: number): Verdict {
  if (unasked === 0) return verdict;
  const count = (value: number) => value.toLocaleString('en-GB');
  return {
    kind: 'inconclusive',
    reasons: [
      `The run has not ended: ${count(unasked)} of ${count(cases)} cases were not asked yet, and count as failed by both. Go on with it by sundial compare --resume.`,
      ...verdict.reasons,
    ],
    moreCases: null,
  };
}
