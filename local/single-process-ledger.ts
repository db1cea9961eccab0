import type { Ledger } from '../handlers/ports.ts';

/**
 * A ledger whose claims, found unsettled, belong to a dead process: no other can be alive. Of two tasks of this process that want the
 * same key the second waits for the first.
 */
export function singleProcessLedger(ledger: Ledger): Ledger {
  const holders = new Map<string, { readonly freed: Promise<void>; readonly free: () => void }>();

  const free = (key: string) => {
    const holder = holders.get(key);
    holders.delete(key);
    holder?.free();
  };
  const hold = (key: string) => {
    const { promise, resolve } = withResolvers();
    holders.set(key, { freed: promise, free: resolve });
  };

  return {
    async claim(key) {
      for (let holder = holders.get(key); holder; holder = holders.get(key)) await holder.freed;
      hold(key);
      try {
        const claim = await ledger.claim(key);
        if (claim.kind !== 'mine') free(key);
        return claim;
      } catch (fault) {
        free(key);
        throw fault;
      }
    },
    async settle(key, outcome) {
      await ledger.settle(key, outcome);
      free(key);
    },
    async release(key) {
      await ledger.release(key).finally(() => free(key));
    },
  };
}

function withResolvers(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
