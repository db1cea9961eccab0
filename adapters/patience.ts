import { setTimeout as pause } from 'node:timers/promises';

/** How long an adapter puts up with an outside system before it lets the fault out, for the queue to bring the work back. */
export interface Patience {
  readonly attempts: number;
  /** Pause before the second attempt, doubled for each one after it, where the far side does not say how long. */
  readonly firstPauseMs: number;
  /** All pauses of one call together: what asks for more is let out at once. */
  readonly longestMs: number;
}

export const defaultPatience: Patience = { attempts: 4, firstPauseMs: 500, longestMs: 20_000 };

/** What a fault says about a second attempt. */
export type Outlook =
  /** The same call would get the same answer. */
  | { readonly kind: 'hopeless' }
  /** Nothing was done; it may be asked again, `afterMs` from now where the far side says so. */
  | { readonly kind: 'refused'; readonly afterMs: number | null }
  /** It may have been done, and only the answer been lost. */
  | { readonly kind: 'uncertain'; readonly afterMs: number | null };

/**
 * Calls until it succeeds, is hopeless or patience runs out. What must happen once gives `look`: after an uncertain fault it
 * looks for what it may have done already, before it does it again.
 */
export async function patiently<T>(
  patience: Patience,
  outlookOf: (fault: unknown) => Outlook,
  act: () => Promise<T>,
  look?: () => Promise<T | null>,
): Promise<T> {
  let paused = 0;
  let uncertain = false;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const done = uncertain && look ? await look() : null;
      return done ?? (await act());
    } catch (fault) {
      const outlook = outlookOf(fault);
      if (outlook.kind === 'hopeless' || attempt >= patience.attempts) throw fault;

      const wait = outlook.afterMs ?? patience.firstPauseMs * 2 ** (attempt - 1);
      if (paused + wait > patience.longestMs) throw fault;

      uncertain ||= outlook.kind === 'uncertain';
      paused += wait;
      await pause(wait);
    }
  }
}

/** The same patience with every call of one system; `failing` names in the fault that is let out what the call was about. */
export function patientWith<About>(
  patience: Patience,
  outlookOf: (fault: unknown) => Outlook,
  failing: (about: About) => (fault: unknown) => never,
) {
  return <T>(about: About, act: () => Promise<T>, look?: () => Promise<T | null>): Promise<T> =>
    patiently(patience, outlookOf, act, look).catch(failing(about));
}
