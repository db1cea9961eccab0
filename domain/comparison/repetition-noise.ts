import type { PairedAttempt, PairedOutcome } from './outcome.ts';
import { canBePassed, isPassed } from './paired-values.ts';

/**
 * How likely two answers of the same model to the same case differ, one passing and one not: the model’s own noise. The mean over all
 * cases asked at least twice of 2 p (1 − p) k / (k − 1), which is unbiased for k repetitions of which a share p passes. `null` where no
 * case that can be passed was repeated.
 */
export function repetitionNoise(outcomes: readonly PairedOutcome[], model: 'current' | 'candidate'): number | null {
  const repeated = outcomes.filter((outcome) => canBePassed(outcome) && outcome.attempts.length > 1);
  if (repeated.length === 0) return null;
  return repeated.reduce((sum, { attempts }) => sum + disagreement(attempts, model), 0) / repeated.length;
}

function disagreement(attempts: readonly PairedAttempt[], model: 'current' | 'candidate'): number {
  const passed = attempts.filter((attempt) => isPassed(attempt[model])).length;
  const share = passed / attempts.length;
  return (2 * share * (1 - share) * attempts.length) / (attempts.length - 1);
}
