import type { Caller } from '../domain/dependent.ts';

/** A caller's part of the calls that were seen, 0 to 1; where nobody's calls were counted, all have the same. */
export function callShare({ calls }: Caller, callers: readonly Caller[]): number {
  const all = callers.reduce((sum, one) => sum + one.calls, 0);
  return all > 0 ? calls / all : 1 / callers.length;
}
