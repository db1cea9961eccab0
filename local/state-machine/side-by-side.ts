/**
 * Works on at most `limit` items at a time and answers in their order. The first failure stops the others, and is thrown when all
 * have stopped.
 */
export async function sideBySide<T, R>(
  items: readonly T[],
  limit: number,
  outer: AbortSignal,
  work: (item: T, index: number, signal: AbortSignal) => Promise<R>,
): Promise<R[]> {
  const stop = new AbortController();
  const signal = AbortSignal.any([outer, stop.signal]);
  const results: R[] = [];
  const queue = items.entries();
  const faults: unknown[] = [];

  const worker = async () => {
    for (const [index, item] of queue) {
      if (signal.aborted) return;
      try {
        results[index] = await work(item, index, signal);
      } catch (fault) {
        faults.push(fault);
        stop.abort(fault);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));

  outer.throwIfAborted();
  if (faults.length > 0) throw faults[0];
  return results;
}
