import type { Answer } from '../../domain/cases/answer.ts';
import { isLost, isOutOfReach } from '../../domain/cases/model-fault.ts';
import type { Asked } from './patient-asking.ts';

/** The current model answers nobody here, and nothing of it was kept. */
export class OutOfReachError extends Error {
  override readonly name = 'OutOfReachError';
}

/** Nothing was heard of the current model, not even a fault: network, credentials or Region are not what they should be. */
class NotHeardError extends Error {
  override readonly name = 'NotHeardError';
}

/** Answers in a row that must fail for good, with none before them, until a model is given up. */
const enough = 5;

export interface Reach {
  /** Or some of its answers were kept. */
  currentAnswered: boolean;
  currentLost: number;
}

/** A comparison with a model that never answers is no comparison: said after a few cases, not after all of them. */
export function giveUpEarly(asked: Asked, kept: Answer | null, reach: Reach): void {
  if (asked.kind === 'answered' || kept) {
    reach.currentAnswered = true;
    return;
  }
  if (isLost(asked.fault)) reach.currentLost += 1;
  if (reach.currentAnswered || reach.currentLost < enough) return;
  if (isOutOfReach(asked.fault)) throw new OutOfReachError(asked.message);
  throw new NotHeardError(`nothing was heard of the current model: ${asked.message}`);
}
