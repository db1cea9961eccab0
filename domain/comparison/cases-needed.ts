import type { ComparisonPolicy } from './comparison-policy.ts';
import type { Chances, Limits, Truth } from './power.ts';
import { chances } from './power.ts';

/** With how much certainty a number of cases is said to suffice. */
export const wantedPower = 0.8;

const mostCases = 200_000;

/** What a run of so many cases can show, under what was assumed before it. */
export interface PlannedPower {
  readonly cases: number;
  readonly assumedDiscordance: number;
  /** The chance of `ready` for a candidate that is just as good. */
  readonly readyIfEqual: number;
  /** The chance of `regressed` for one that is worse by twice the margin, or by all of the discordance where that is less. */
  readonly regressedIfWorse: number;
  /** How many cases make `readyIfEqual` 0.8, rounded up to two digits; `null` where more than 200,000. */
  readonly casesWanted: number | null;
}

export function plannedPower(cases: number, policy: ComparisonPolicy): PlannedPower {
  const { assumedDiscordance: discordance, margin } = policy;
  const equal: Truth = { kind: 'counted', discordance, difference: 0 };
  const worse: Truth = { ...equal, difference: -Math.min(2 * margin, discordance) };
  return {
    cases,
    assumedDiscordance: discordance,
    readyIfEqual: chances(cases, equal, policy).ready,
    regressedIfWorse: chances(cases, worse, policy).regressed,
    // Takes longer than the other two together, and a plan that is not shown needs none.
    get casesWanted() {
      return casesNeeded(equal, policy, ({ ready }) => ready);
    },
  };
}

/**
 * How many cases in all make something as likely as `wantedPower`, rounded up to two digits; `null` where it takes more than 200,000.
 * Power climbs in small teeth, so that a few cases more or less can tip it.
 */
export function casesNeeded(truth: Truth, limits: Limits, chanceOf: (chances: Chances) => number): number | null {
  const suffice = (cases: number) => chanceOf(chances(cases, truth, limits)) >= wantedPower;
  let high = 16;
  while (!suffice(high)) {
    if (high >= mostCases) return null;
    high = Math.min(2 * high, mostCases);
  }
  let low = high / 2;
  while (high - low > high / 200) {
    const middle = Math.ceil((low + high) / 2);
    if (middle === high) break;
    if (suffice(middle)) high = middle;
    else low = middle;
  }
  return roundedUp(high);
}

function roundedUp(cases: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(cases)) - 1);
  return Math.ceil(cases / unit) * unit;
}
