import { casesNeeded } from './cases-needed.ts';
import type { ComparisonPolicy } from './comparison-policy.ts';
import type { Decision, Evidence } from './decision.ts';
import { decision } from './decision.ts';
import type { Metric } from './metric.ts';
import { tellsQuality } from './metric.ts';
import type { Truth } from './power.ts';
import { inconclusiveReasons, readyReasons, regressedReasons } from './verdict-reasons.ts';

/** Derivation, errors and limits: docs/verdict.md. */
export interface Verdict {
  readonly kind: Decision['kind'];
  /** In plain words, the most important first. */
  readonly reasons: readonly string[];
  /** Only of what is `inconclusive`, and could be settled. */
  readonly moreCases: MoreCases | null;
}

/** How many cases, besides those of this run, would settle it with a chance of 0.8; `null` where no affordable number would. */
export interface MoreCases {
  /** If the candidate is in truth just as good. */
  readonly ifEqual: number | null;
  /** If the difference in truth is what was seen. */
  readonly ifAsSeen: number | null;
}

/** What the data suggest to be true. */
export interface Seen {
  readonly primary: Truth;
  /** Of the primary metric over the cases that tell of both models, and how many these are; `null` where none does. */
  readonly told: { readonly truth: Truth; readonly cases: number } | null;
  readonly unbroken: Truth;
}

export function verdict(evidence: Evidence, seen: Seen, policy: ComparisonPolicy): Verdict {
  const { kind, regressed, goodEnough } = decision(evidence, policy);
  const [primary] = evidence.metrics;
  switch (kind) {
    case 'ready':
      return { kind, reasons: readyReasons(evidence, policy), moreCases: null };
    case 'regressed':
      return { kind, reasons: regressedReasons(regressed, evidence, policy), moreCases: null };
    case 'inconclusive': {
      const settled = primary && tellsQuality(primary) ? moreCases(primary, goodEnough, seen, policy) : null;
      return { kind, reasons: inconclusiveReasons(evidence, settled, policy), moreCases: settled };
    }
  }
}

/**
 * Where only new breaks stand in the way, more cases can but show that there are more of them. Where too few cases tell of both models,
 * so many more are needed that enough of them will; none would do where none tells.
 */
function moreCases(
  { cases, interval }: Metric,
  goodEnough: boolean,
  seen: Seen,
  policy: ComparisonPolicy,
): MoreCases | null {
  const more = (needed: number | null, of = cases) =>
    needed === null ? null : Math.max(1, Math.ceil((needed * cases) / of) - cases);
  if (goodEnough) {
    const limits = { alpha: policy.alpha, margin: 0 };
    return { ifEqual: null, ifAsSeen: more(casesNeeded(seen.unbroken, limits, ({ regressed }) => regressed)) };
  }
  const isOpen = interval[0] <= -policy.margin;
  const over = isOpen ? { truth: seen.primary, cases } : seen.told;
  if (over === null) return null;
  const { truth } = over;
  return {
    ifEqual: more(
      casesNeeded({ ...truth, difference: 0 }, policy, ({ ready }) => ready),
      over.cases,
    ),
    ifAsSeen: more(
      casesNeeded(truth, policy, ({ ready, regressed }) => ready + regressed),
      over.cases,
    ),
  };
}
