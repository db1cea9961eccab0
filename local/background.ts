/** Work that somebody began and does not wait for. What goes wrong in it is told to whoever waits for its end. */
export interface Background {
  readonly begin: (work: () => Promise<unknown>) => void;
  /** Resolves once nothing is under way any more. */
  readonly settled: () => Promise<void>;
}

export function background(): Background {
  const going = new Set<Promise<unknown>>();
  const faults: unknown[] = [];
  return {
    begin(work) {
      const ended: Promise<unknown> = work()
        .catch((fault: unknown) => faults.push(fault))
        .finally(() => going.delete(ended));
      going.add(ended);
    },
    async settled() {
      while (going.size > 0) await Promise.all(going);
      const [fault] = faults.splice(0);
      if (fault !== undefined) throw new Error('what was begun in the background failed', { cause: fault });
    },
  };
}
