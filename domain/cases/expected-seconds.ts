interface ExpectedCalls {
  readonly calls: number;
  readonly outputTokens: number;
  readonly concurrency: number;
}

/** How long a run takes, about: a large model answers after half a second, and then some 60 tokens a second. */
export function expectedSeconds({ calls, outputTokens, concurrency }: ExpectedCalls): number {
  const perCall = 0.5 + outputTokens / Math.max(1, calls) / 60;
  return Math.ceil((calls * perCall) / concurrency);
}
