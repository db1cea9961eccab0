import type { AwsCall } from './handlers.ts';

/**
 * What goes wrong, where: each of Region, account and call narrows it. A Region that is `down` answers 503, one that is
 * `unreachable` not at all; `halfPage` fails every page but the first; `throttled` passes after so many times; `drift` changes
 * the JSON of an answer, as a service does that has learnt something new.
 */
export type Fault = Partial<Pick<AwsCall, 'region' | 'account' | 'call'>> &
  (
    | { readonly kind: 'down' | 'unreachable' | 'denied' | 'halfPage' }
    | { readonly kind: 'throttled'; readonly times: number }
    | { readonly kind: 'slow'; readonly ms: number }
    | { readonly kind: 'drift'; readonly change: (body: Record<string, unknown>) => object }
  );

export interface Faults {
  readonly add: (fault: Fault) => void;
  /** All is well again. */
  readonly heal: () => void;
  /** What goes wrong with a call now; asking uses up one time of those that count. */
  readonly strike: (call: AwsCall) => readonly Fault[];
}

export function faults(): Faults {
  let set: { readonly fault: Fault; left: number }[] = [];
  return {
    add: (fault) => set.push({ fault, left: fault.kind === 'throttled' ? fault.times : Infinity }),
    heal: () => (set = []),
    strike: (call) => {
      const struck = set.filter(({ fault, left }) => left > 0 && concerns(fault, call));
      for (const one of struck) one.left -= 1;
      return struck.map(({ fault }) => fault);
    },
  };
}

function concerns(fault: Fault, call: AwsCall): boolean {
  return (['region', 'account', 'call'] as const).every(
    (name) => fault[name] === undefined || fault[name] === call[name],
  );
}
