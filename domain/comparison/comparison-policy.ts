/** What counts as good enough, and how sure a verdict must be. Chosen before the run, not after. */
export interface ComparisonPolicy {
  /** How much worse the candidate may be on the primary metric and still be `ready`, in parts of 1. */
  readonly margin: number;
  /** The error allowed: of `ready` where the candidate is worse by the margin or more, and of `regressed` where it is not worse. */
  readonly alpha: number;
  /** In how many cases the candidate may break where the current model does not. */
  readonly allowedNewBreaks: number;
  /** Before the run: in which share of cases just one of the models is expected to pass. */
  readonly assumedDiscordance: number;
}

export const defaultComparisonPolicy: ComparisonPolicy = {
  margin: 0.05,
  alpha: 0.05,
  allowedNewBreaks: 0,
  assumedDiscordance: 0.1,
};

/** Throws a `RangeError` that names the field. */
export function checkComparisonPolicy(policy: ComparisonPolicy): void {
  const within = (name: keyof ComparisonPolicy, low: number, high: number) => {
    const value = policy[name];
    if (!(value > low && value < high))
      throw new RangeError(`${name} is ${value}, but must lie between ${low} and ${high}`);
  };
  within('margin', 0, 1);
  within('alpha', 0, 0.5);
  within('assumedDiscordance', 0, 1);
  if (!Number.isInteger(policy.allowedNewBreaks) || policy.allowedNewBreaks < 0)
    throw new RangeError(`allowedNewBreaks is ${policy.allowedNewBreaks}, but must be 0 or a whole number above it`);
}
