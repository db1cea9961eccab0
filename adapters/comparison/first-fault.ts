/** The fault that ends a run: what is under way ends by itself, and nothing more is begun. */
export interface FirstFault {
  /** Throws what ended the run, where something did. */
  readonly goOn: () => void;
  /** What this throws ends the run, and goes on to whoever waits. */
  readonly watch: <Value>(work: () => Value | Promise<Value>) => Promise<Value>;
}

/** `mayGoOn` throws where there is another reason to begin nothing more. */
export function firstFault(mayGoOn: () => void = () => undefined): FirstFault {
  const faults: unknown[] = [];
  return {
    goOn() {
      if (faults.length > 0) throw faults[0];
      mayGoOn();
    },
    async watch(work) {
      try {
        return await work();
      } catch (fault) {
        faults.push(fault);
        throw fault;
      }
    },
  };
}
