import type { Attempt, BreakKind, PairedOutcome } from './outcome.ts';
import { isUnbroken } from './paired-values.ts';

export interface CaseBreak {
  readonly caseId: string;
  readonly kind: BreakKind;
}

export interface PairedBreaks {
  /** The candidate’s, in cases where the current model never breaks; one entry a case and kind. */
  readonly new: readonly CaseBreak[];
  /** The current model’s, in cases where the candidate never breaks. */
  readonly healed: readonly CaseBreak[];
  /** In how many cases both break, in whatever way. */
  readonly shared: number;
}

export function pairedBreaks(outcomes: readonly PairedOutcome[]): PairedBreaks {
  const broken = outcomes.filter(someBroken).map(({ caseId, attempts }) => ({
    caseId,
    current: kindsOf(attempts.map(({ current }) => current)),
    candidate: kindsOf(attempts.map(({ candidate }) => candidate)),
  }));
  const only = (side: 'current' | 'candidate', other: 'current' | 'candidate') =>
    broken
      .filter((one) => one[other].length === 0)
      .flatMap((one) => one[side].map((kind) => ({ caseId: one.caseId, kind })));
  return {
    new: only('candidate', 'current'),
    healed: only('current', 'candidate'),
    shared: broken.filter(({ current, candidate }) => current.length > 0 && candidate.length > 0).length,
  };
}

/** Few are: nothing is made of the others. */
function someBroken({ attempts }: PairedOutcome): boolean {
  return attempts.some(({ current, candidate }) => !isUnbroken(current) || !isUnbroken(candidate));
}

function kindsOf(attempts: readonly Attempt[]): readonly BreakKind[] {
  const broken = attempts.filter((attempt) => !isUnbroken(attempt));
  return [...new Set(broken.flatMap((one) => (one.kind === 'failed' ? (['error'] as const) : one.breaks)))];
}
