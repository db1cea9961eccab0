/** As many calls at once as a model bears: one more for each full round without trouble, half as many when it throttles. */
export interface AdaptiveLimit {
  readonly run: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** The model said that it is too much. */
  readonly throttled: () => void;
  readonly now: () => number;
}

/**
 * Additive increase, multiplicative decrease, between 1 and `most`. Throttling of calls that were sent before the last decrease counts
 * once.
 * @see D.-M. Chiu and R. Jain, Analysis of the increase and decrease algorithms for congestion avoidance, 1989
 */
export function adaptiveLimit(most: number): AdaptiveLimit {
  const waiting: (() => void)[] = [];
  let [limit, underWay, sentBefore, calm] = [most, 0, 0, 0];

  const start = () => {
    while (underWay < Math.floor(limit) && waiting.length > 0) {
      underWay += 1;
      waiting.shift()?.();
    }
  };
  return {
    async run(work) {
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        start();
      });
      try {
        const result = await work();
        calm += 1;
        if (calm >= limit) [limit, calm] = [Math.min(most, limit + 1), 0];
        return result;
      } finally {
        underWay -= 1;
        sentBefore = Math.max(0, sentBefore - 1);
        start();
      }
    },
    throttled() {
      calm = 0;
      if (sentBefore > 0) return;
      [limit, sentBefore] = [Math.max(1, limit / 2), underWay];
    },
    now: () => Math.floor(limit),
  };
}
