import type { Ledger, Outcome } from '../../handlers/ports.ts';

/** What was claimed and settled, of processes that share one memory. */
export function memoryLedger(): Ledger {
  const claims = new Map<string, { held: boolean; settled: boolean; outcome: Outcome }>();
  return {
    claim(key) {
      const before = claims.get(key);
      if (before?.settled) return Promise.resolve({ kind: 'settled', outcome: before.outcome });
      if (before?.held) return Promise.resolve({ kind: 'held' });
      claims.set(key, { held: true, settled: false, outcome: null });
      return Promise.resolve({ kind: 'mine', again: before !== undefined });
    },
    settle(key, outcome) {
      claims.set(key, { held: false, settled: true, outcome });
      return Promise.resolve();
    },
    release(key) {
      claims.set(key, { held: false, settled: false, outcome: null });
      return Promise.resolve();
    },
  };
}
