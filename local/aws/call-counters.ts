import type { AwsCall } from './handlers.ts';

/** How often and how much at once, in numbers that do not grow with the calls; each call by itself only when asked for. */
export interface CallCounters {
  readonly total: () => number;
  readonly byCall: ReadonlyMap<string, number>;
  readonly byAccount: ReadonlyMap<string, number>;
  readonly byRegion: ReadonlyMap<string, number>;
  /** The most calls at one time: of all, and of one service in one account and Region. */
  readonly peak: () => { readonly overall: number; readonly byPlace: number };
  /** Every call since `record()`, oldest first. */
  readonly recorded: readonly AwsCall[];
  readonly record: () => void;
  readonly reset: () => void;
}

export function callCounters(): CallCounters & {
  readonly during: <T>(call: AwsCall, work: () => Promise<T>) => Promise<T>;
} {
  const [byCall, byAccount, byRegion] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ];
  const running = new Map<string, number>();
  const recorded: AwsCall[] = [];
  const state = { total: 0, now: 0, overall: 0, byPlace: 0, recording: false };

  return {
    total: () => state.total,
    byCall,
    byAccount,
    byRegion,
    peak: () => ({ overall: state.overall, byPlace: state.byPlace }),
    recorded,
    record: () => (state.recording = true),
    reset: () => {
      for (const counts of [byCall, byAccount, byRegion]) counts.clear();
      recorded.length = 0;
      Object.assign(state, { total: 0, overall: state.now, byPlace: Math.max(0, ...running.values()) });
    },
    during: async (call, work) => {
      const place = `${call.call.split(':')[0] ?? ''} ${call.account} ${call.region}`;
      state.total += 1;
      for (const [counts, key] of [
        [byCall, call.call],
        [byAccount, call.account],
        [byRegion, call.region],
      ] as const)
        counts.set(key, (counts.get(key) ?? 0) + 1);
      if (state.recording) recorded.push(call);

      const here = (running.get(place) ?? 0) + 1;
      running.set(place, here);
      state.now += 1;
      state.overall = Math.max(state.overall, state.now);
      state.byPlace = Math.max(state.byPlace, here);
      try {
        return await work();
      } finally {
        state.now -= 1;
        const left = (running.get(place) ?? 1) - 1;
        if (left === 0) running.delete(place);
        else running.set(place, left);
      }
    },
  };
}
