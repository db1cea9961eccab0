import type { Attempt, PairedOutcome } from './outcome.ts';

/** Throws a `RangeError` that names the case: a case that counts twice, or a check without a result, would make a verdict untrue. */
export function checkOutcomes(outcomes: readonly PairedOutcome[]): void {
  const seen = new Set<string>();
  for (const { caseId, checks, attempts } of outcomes) {
    if (seen.has(caseId)) throw new RangeError(`case ${caseId} stands twice among the outcomes`);
    seen.add(caseId);
    if (attempts.length === 0) throw new RangeError(`case ${caseId} has no attempt`);
    for (const attempt of attempts.flatMap(({ current, candidate }) => [current, candidate]))
      checkAttempt(attempt, caseId, checks.length);
  }
}

function checkAttempt(attempt: Attempt, caseId: string, checks: number): void {
  if (attempt.kind === 'failed') return;
  if (attempt.checks.length !== checks)
    throw new RangeError(`case ${caseId} has ${checks} checks, but an answer with ${attempt.checks.length} results`);
  if (attempt.checks.some(({ pending }) => pending))
    throw new RangeError(`case ${caseId} has a check that is still to be told`);
  for (const { score } of attempt.checks)
    if (score !== null && !(score >= 0 && score <= 1))
      throw new RangeError(`case ${caseId} has a score of ${score}, but scores lie between 0 and 1`);
}
