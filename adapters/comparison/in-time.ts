/**
 * Works with a signal that ends when the time is up, or together with an outer one. `AbortSignal.timeout` and `AbortSignal.any` say the
 * same, but keep timer and signals until the time is up, however soon the work ends: memory then grows with the number of calls.
 */
export async function inTime<Result>(
  milliseconds: number,
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const end = () => controller.abort(outer?.reason);
  const timer = setTimeout(() => {
    controller.abort(new DOMException(`no answer within ${milliseconds / 1000} seconds`, 'TimeoutError'));
  }, milliseconds);
  outer?.addEventListener('abort', end, { once: true });
  if (outer?.aborted) end();
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener('abort', end);
  }
}
