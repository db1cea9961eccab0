import type { Answered, Attempt, PairedOutcome, Preference } from '../comparison/outcome.ts';
import type { SurveyedCase } from './dataset.ts';
import type { Recorded, Side } from './recorded.ts';

type Pair = { [Name in Side]?: Attempt } & { preferred?: Preference | null; contradicted?: boolean };

/** Gathers what came of a run, in whatever order it came, into the outcomes that the verdict is made from. */
export function collected() {
  const pairs = new Map<string, Pair[]>();
  const lean = leanAttempts();
  return {
    add(record: Recorded): void {
      const repeats = pairs.get(record.caseId) ?? [];
      pairs.set(record.caseId, repeats);
      const pair = (repeats[record.repeat] ??= {});
      if (record.kind === 'call') pair[record.side] = lean(record.attempt);
      else {
        pair.preferred = record.preferred;
        if (record.preferred !== null && !record.consistent) pair.contradicted = true;
      }
    },
    /**
     * One for each case of the dataset, in its order; a call that was never made counts as one that failed. Where just one of the two was
     * not, both count so: nobody failed it.
     */
    outcomes(cases: readonly SurveyedCase[], repeats: number): PairedOutcome[] {
      return cases.map(({ id, ...asks }) => ({
        caseId: id,
        ...asks,
        attempts: Array.from({ length: repeats }, (_, repeat) => {
          const { current, candidate, preferred = null, contradicted } = pairs.get(id)?.[repeat] ?? {};
          if (!current || !candidate) return { current: notAsked, candidate: notAsked, preferred: null };
          return { current, candidate, preferred, ...(contradicted && { contradicted }) };
        }),
      }));
    },
  };
}

const notAsked: Attempt = { kind: 'failed', error: 'notAsked' };

/** Whether a case was asked as often as it should be. */
export function wasAsked({ attempts }: PairedOutcome): boolean {
  return attempts.every((pair) => pair.current !== notAsked && pair.candidate !== notAsked);
}

/** Attempts that share their breaks and checks where they say the same, as nearly all do: half the memory of a run of thousands. */
function leanAttempts() {
  const known = new Map<string, Pick<Answered, 'breaks' | 'checks'>>();
  return (attempt: Attempt): Attempt => {
    if (attempt.kind === 'failed' || attempt.checks.some(({ score }) => score !== null)) return attempt;
    const { breaks, checks } = attempt;
    const key = `${breaks.join()} ${checks.map(({ passed }) => Number(passed)).join('')}`;
    const found = known.get(key) ?? { breaks, checks };
    known.set(key, found);
    return { ...attempt, ...found };
  };
}
