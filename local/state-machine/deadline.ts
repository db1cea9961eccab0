import type { Pause } from './run.ts';
import { StateError } from './state-error.ts';

interface Limits {
  /** `null` where there is no limit. */
  readonly seconds: number | null;
  readonly heartbeatSeconds: number | null;
  readonly what: string;
  readonly deadline: Pause;
  readonly signal: AbortSignal;
}

/**
 * Waits for work as long as its limits allow and nobody aborts it. Work that does not listen to its signal goes on, but is no
 * longer waited for. https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html
 */
export async function withinLimits<T>(
  { seconds, heartbeatSeconds, what, deadline, signal: outer }: Limits,
  work: (signal: AbortSignal, heartbeat: () => void) => Promise<T>,
): Promise<T> {
  outer.throwIfAborted();
  const ended = new AbortController();
  const signal = AbortSignal.any([outer, ended.signal]);
  const pulse = pulseWatch();
  try {
    const racers: Promise<T>[] = [work(signal, pulse.heartbeat), abortion(signal)];
    if (seconds !== null)
      racers.push(
        deadline(seconds * 1000, signal).then(() => {
          throw new StateError('States.Timeout', `${what} took longer than ${seconds} s`);
        }),
      );
    if (heartbeatSeconds !== null)
      racers.push(
        pulse.missed(heartbeatSeconds * 1000, deadline, signal).then(() => {
          throw new StateError('States.HeartbeatTimeout', `${what} gave no sign for ${heartbeatSeconds} s`);
        }),
      );
    return await Promise.race(racers);
  } finally {
    ended.abort();
  }
}

function abortion(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}

/** Each heartbeat begins the wait anew. */
function pulseWatch() {
  let current = new AbortController();
  return {
    heartbeat: () => {
      const last = current;
      current = new AbortController();
      last.abort();
    },
    async missed(milliseconds: number, deadline: Pause, signal: AbortSignal): Promise<void> {
      for (;;) {
        const beat = current.signal;
        try {
          await deadline(milliseconds, AbortSignal.any([signal, beat]));
          return;
        } catch (fault) {
          if (signal.aborted || !beat.aborted) throw fault;
        }
      }
    },
  };
}
