import type { WorseCase } from '../comparison-run.ts';
import type { PairedOutcome } from './outcome.ts';
import type { PairedBreaks } from './paired-breaks.ts';
import { isPassed } from './paired-values.ts';

/** Where the candidate does worse: new breaks first, then cases that it fails and the current model passes. A case stands there once. */
export function worstCases(outcomes: readonly PairedOutcome[], breaks: PairedBreaks): readonly WorseCase[] {
  const broken = new Map(breaks.new.toReversed().map(({ caseId, kind }) => [caseId, kind]));
  const ofBroken = outcomes.flatMap(({ caseId }) => {
    const kind = broken.get(caseId);
    return kind ? [{ caseId, kind }] : [];
  });
  const lost = outcomes.filter(
    ({ caseId, attempts }) =>
      !broken.has(caseId) &&
      attempts.filter(({ current }) => isPassed(current)).length >
        attempts.filter(({ candidate }) => isPassed(candidate)).length,
  );
  return [...ofBroken, ...lost.map(({ caseId }) => ({ caseId, kind: 'lost' as const }))];
}
