import { reasonOf } from '../reason.ts';
import type { Listening } from './listening.ts';

/** Slack waits three seconds, and hears nothing of a listener before it ends: what is not kept by then is told of in what is left. */
const takenWithinMs = 1_900;
const toldWithinMs = 2_500;

/** What is to be taken, while there is time for it. */
export interface Taking {
  /** Aborted when it is too late: what was begun is given up. */
  readonly signal: AbortSignal;
  /** Is done where nothing was taken, beside what the listener itself says. */
  readonly otherwise: (tell: () => Promise<unknown>) => void;
}

class NotInTimeError extends Error {
  override readonly name = 'NotInTimeError';
}

/** Whether the request was taken. Where it was not, whoever asked is told, and the listener still answers in time. */
export async function takeInTime(
  { log }: Pick<Listening, 'log'>,
  take: (taking: Taking) => Promise<void>,
  tell: () => Promise<unknown> = () => Promise.resolve(),
): Promise<boolean> {
  const [soon, late] = [AbortSignal.timeout(takenWithinMs), AbortSignal.timeout(toldWithinMs)];
  const tells: (() => Promise<unknown>)[] = [];
  try {
    await until(soon, take({ signal: soon, otherwise: (one) => void tells.push(one) }));
    return true;
  } catch (fault) {
    log.error('A Slack request was not taken', { ...reasonOf(fault) });
    const others = Promise.allSettled(tells.map((one) => one()));
    await until(late, Promise.all([tell(), others])).catch(unlessLate);
    return false;
  }
}

function until<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const over = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new NotInTimeError('Slack waits no longer')), { once: true });
  });
  return Promise.race([work, over]);
}

function unlessLate(fault: unknown): void {
  if (!(fault instanceof NotInTimeError)) throw fault;
}
