import type { Ledger, Outcome } from './ports.ts';

/** Another process is doing this very thing; whoever asks again later finds it done or free. */
export class ActionInProgressError extends Error {
  override readonly name = 'ActionInProgressError';
}

/** Whether the outside world was changed now, or the change was found there, or remembered, from an earlier attempt. */
export type Done = 'now' | 'found' | 'before';

export interface Performed {
  readonly done: Done;
  readonly outcome: Outcome;
}

/** A key ends with the place of a tracker, and a webhook's address may be a secret: what is done, and to what, is enough for a log. */
function sayable(key: string): string {
  return key.split('|').slice(0, 2).join('|');
}

/**
 * Does a thing once: claims its key, acts, settles. After a crash between acting and settling it looks on the far side before it
 * acts again; it looks `always` for what another store may know of. A fault releases the claim and reaches the caller.
 */
export async function performOnce(
  key: string,
  ledger: Ledger,
  act: () => Promise<Outcome>,
  look: () => Promise<{ readonly outcome: Outcome } | null> = () => Promise.resolve(null),
  when: 'again' | 'always' = 'again',
): Promise<Performed> {
  const claim = await ledger.claim(key);
  if (claim.kind === 'settled') return { done: 'before', outcome: claim.outcome };
  if (claim.kind === 'held') throw new ActionInProgressError(`${sayable(key)} is being done by another process`);

  try {
    const found = claim.again || when === 'always' ? await look() : null;
    const outcome = found ? found.outcome : await act();
    await ledger.settle(key, outcome);
    return { done: found ? 'found' : 'now', outcome };
  } catch (fault) {
    await ledger.release(key);
    throw fault;
  }
}
