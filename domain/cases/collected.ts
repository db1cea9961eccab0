import type { Attempt, CheckKind, PairedOutcome, Preference } from '../comparison/outcome.ts';
import type { Recorded, Side } from './recorded.ts';

type Pair = { [Name in Side]?: Attempt } & { preferred?: Preference | null };

/** Gathers what came of a run, in whatever order it came, into the outcomes that the verdict is made from. */
export function collected() {
  const pairs = new Map<string, Map<number, Pair>>();
  return {
    add(record: Recorded): void {
      const repeats = pairs.get(record.caseId) ?? new Map<number, Pair>();
      pairs.set(record.caseId, repeats);
      const pair = repeats.get(record.repeat) ?? {};
      repeats.set(record.repeat, pair);
      if (record.kind === 'call') pair[record.side] = record.attempt;
      else pair.preferred = record.preferred;
    },
    /** One for each case of the dataset, in its order; a call that was never made counts as one that failed. */
    outcomes(
      cases: readonly { readonly id: string; readonly checks: readonly CheckKind[] }[],
      repeats: number,
    ): PairedOutcome[] {
      return cases.map(({ id, checks }) => ({
        caseId: id,
        checks,
        attempts: Array.from({ length: repeats }, (_, repeat) => {
          const { current = notAsked, candidate = notAsked, preferred = null } = pairs.get(id)?.get(repeat) ?? {};
          return { current, candidate, preferred };
        }),
      }));
    },
  };
}

const notAsked: Attempt = { kind: 'failed', error: 'notAsked' };
