import type { PairedOutcome } from '../comparison/outcome.ts';
import { isPassed } from '../comparison/paired-values.ts';
import { below, seededRandom } from '../comparison/seeded-random.ts';
import type { Verdict } from '../comparison/verdict.ts';

/** Cases of a run that were chosen by what came of an earlier one. */
export interface FailedSelection {
  /** The earlier run. */
  readonly runId: string;
  readonly failed: number;
  /** Cases that its candidate passed, drawn to see that they still do. */
  readonly guard: number;
  /** In the order of the dataset. */
  readonly caseIds: readonly string[];
}

/** The cases that the candidate failed, and `guard` of those that it passed; the same for the same seed. */
export function failedSelection(
  runId: string,
  outcomes: readonly PairedOutcome[],
  guard: number,
  seed: number,
): FailedSelection {
  const passes = ({ attempts }: PairedOutcome) => attempts.every(({ candidate }) => isPassed(candidate));
  const failed = outcomes.filter((outcome) => !passes(outcome)).map(({ caseId }) => caseId);
  const passed = outcomes.filter(passes).map(({ caseId }) => caseId);
  const random = seededRandom(seed);
  const drawn: string[] = [];
  while (drawn.length < guard && passed.length > 0) drawn.push(...passed.splice(below(random, passed.length), 1));
  const chosen = new Set([...failed, ...drawn]);
  return {
    runId,
    failed: failed.length,
    guard: drawn.length,
    caseIds: outcomes.map(({ caseId }) => caseId).filter((caseId) => chosen.has(caseId)),
  };
}

/**
 * Cases that were chosen because the candidate failed them stand for no others: they can show that something is mended, not that it is
 * ready. Nor that it has regressed: the cases that the current model failed were not chosen, and of an equal pair it wins the rest.
 */
export function selectedVerdict(verdict: Verdict, selection: FailedSelection | null): Verdict {
  if (selection === null || verdict.kind === 'inconclusive') return verdict;
  const { runId, failed, guard } = selection;
  return {
    kind: 'inconclusive',
    reasons: [
      `Only the ${failed} cases that failed in run ${runId} were asked, and ${guard} others${verdict.kind === 'ready' ? ': what was broken is mended as far as they tell' : ', which stand for no others: the current model is not asked what it failed itself'}. Run all cases for a verdict.`,
      ...verdict.reasons,
    ],
    moreCases: null,
  };
}
