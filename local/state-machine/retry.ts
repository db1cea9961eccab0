import type { Catcher, Retrier } from './definition.ts';
import { happened } from './history.ts';
import { asStateError, means } from './state-error.ts';
import type { StateError } from './state-error.ts';
import type { Step, Visit } from './visit.ts';
import { leaving } from './visit.ts';

interface Resilience {
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly Catcher[];
}

/**
 * Tries again as the first retrier that means the error says, then goes where the first catcher that means it leads. Each
 * retrier counts its own attempts. Jitter is not added: a run can be repeated.
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
export async function retried(
  { Retry = [], Catch = [] }: Resilience,
  visit: Visit,
  attempt: (visit: Visit) => Promise<Step>,
): Promise<Step> {
  const { frame, name } = visit;
  const attempts = new Map<Retrier, number>();
  for (let retries = 0; ; retries += 1) {
    try {
      return await attempt(withRetries(visit, retries));
    } catch (fault) {
      frame.signal.throwIfAborted();
      const error = asStateError(fault);
      happened(frame, 'StateFailed', name, { ...error.output });
      const pause = pauseAfter(error, Retry, attempts);
      if (pause !== null) {
        await frame.run.sleep(pause, frame.signal);
        continue;
      }
      const catcher = Catch.find(({ ErrorEquals }) => means(ErrorEquals, error.error));
      if (!catcher) throw error;
      return await leaving(visit, catcher, error.output, catcher.Next, { errorOutput: error.output });
    }
  }
}

/** Milliseconds until the next attempt, `null` where there is none. */
function pauseAfter(error: StateError, retriers: readonly Retrier[], attempts: Map<Retrier, number>): number | null {
  const retrier = retriers.find(({ ErrorEquals }) => means(ErrorEquals, error.error));
  if (!retrier) return null;
  const { IntervalSeconds = 1, BackoffRate = 2, MaxAttempts = 3, MaxDelaySeconds = Infinity } = retrier;
  const before = attempts.get(retrier) ?? 0;
  if (before >= MaxAttempts) return null;
  attempts.set(retrier, before + 1);
  return 1000 * Math.min(IntervalSeconds * BackoffRate ** before, MaxDelaySeconds);
}

function withRetries(visit: Visit, RetryCount: number): Visit {
  const { State } = visit.context;
  return { ...visit, context: { ...visit.context, State: { ...(State as object), RetryCount } } };
}
