import { binomialCdf, binomialPmf } from './binomial-distribution.ts';
import type { ComparisonPolicy } from './comparison-policy.ts';
import { normalQuantile } from './normal-distribution.ts';
import { scoredChances } from './scored-power.ts';
import { tangoScore } from './tango-interval.ts';

/** What the models are supposed to be like in truth. */
export type Truth =
  | {
      readonly kind: 'counted';
      /** The share of cases in which just one of the models does well. */
      readonly discordance: number;
      /** Candidate − current; never more, either way, than the discordance. */
      readonly difference: number;
    }
  | {
      readonly kind: 'scored';
      /** The standard deviation of the differences between the two scores of a case. */
      readonly deviation: number;
      readonly difference: number;
    };

/** How likely one metric by itself comes out either way; the rest of 1 is `inconclusive`. */
export interface Chances {
  readonly ready: number;
  readonly regressed: number;
}

export type Limits = Pick<ComparisonPolicy, 'margin' | 'alpha'>;

/**
 * The chances of a run of so many cases. For pass and fail they are exact: over all numbers of cases that differ, and all ways these
 * fall. (Above some hundred such numbers every k-th stands for its neighbours, which moves the answer by less than 0.001.) Hard breaks
 * and Holm’s adjustment are left out.
 */
export function chances(cases: number, truth: Truth, limits: Limits): Chances {
  if (truth.kind === 'scored') return scoredChances(cases, truth, limits);
  const { discordance, difference } = truth;
  const spread = Math.sqrt(cases * discordance * (1 - discordance));
  const [first, last] = [cases * discordance - 7 * spread - 2, cases * discordance + 7 * spread + 2].map(Math.round);
  const step = Math.max(1, Math.floor(spread / 25));
  // Found by halving, so once for all.
  const [low, high] = [normalQuantile(limits.alpha / 2), normalQuantile(1 - limits.alpha / 2)];
  const gain = discordance > 0 ? (discordance + difference) / (2 * discordance) : 0.5;

  let [ready, regressed, all] = [0, 0, 0];
  for (let differing = Math.max(0, first ?? 0); differing <= Math.min(cases, last ?? 0); differing += step) {
    const weight = binomialPmf(differing, cases, discordance);
    const readyFrom = leastReadyGains(cases, differing, limits.margin, high);
    const regressedTo = Math.min(mostSignificantGains(differing, limits.alpha, low), readyFrom - 1);
    ready += weight * (1 - binomialCdf(readyFrom - 1, differing, gain));
    regressed += weight * binomialCdf(regressedTo, differing, gain);
    all += weight;
  }
  return { ready: ready / all, regressed: regressed / all };
}

/** Of so many cases that differ, how many must be gains for the interval to lie above −margin; one more than all where none suffice. */
function leastReadyGains(cases: number, differing: number, margin: number, z: number): number {
  let [low, high] = [0, differing + 1];
  while (low < high) {
    const gains = Math.floor((low + high) / 2);
    if (tangoScore({ cases, gains, losses: differing - gains }, -margin) > z) high = gains;
    else low = gains + 1;
  }
  return low;
}

/** The most gains with which Tango’s interval lies below 0 and the sign test still finds more losses, or −1. */
function mostSignificantGains(differing: number, alpha: number, z: number): number {
  // At a difference of 0 Tango’s score is (gains − losses) / √(gains + losses).
  let gains = Math.floor((differing + z * Math.sqrt(differing)) / 2);
  while (gains >= 0 && binomialCdf(gains, differing, 0.5) > alpha / 2) gains -= 1;
  return Math.max(gains, -1);
}
