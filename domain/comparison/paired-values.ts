import type { Attempt, CheckKind, CheckResult, PairedAttempt, PairedOutcome } from './outcome.ts';

/** One metric’s values, case by case, each from 0 to 1; the three lists run in parallel. */
export interface PairedValues {
  readonly name: string;
  /** Every value is 0 or 1 by its nature; otherwise they are scores, or shares of repetitions. */
  readonly counted: boolean;
  readonly current: readonly number[];
  readonly candidate: readonly number[];
  /** Whether the current model answered each time and, of `judge`, the judge never contradicted itself. */
  readonly told: readonly boolean[];
}

type Measure = (outcome: PairedOutcome, attempt: PairedAttempt) => readonly [current: number, candidate: number] | null;

/**
 * All metrics that the outcomes have, the primary one first: `pass` where anything can be passed, else `judge`; where there is neither,
 * only `unbroken` remains, which cannot say whether an answer is good.
 */
export function pairedValues(outcomes: readonly PairedOutcome[]): readonly PairedValues[] {
  const kinds = [...new Set(outcomes.flatMap(({ checks }) => checks))];
  const graded = gradedKinds(outcomes);
  const judged = outcomes.some(({ attempts }) => attempts.some(({ preferred }) => preferred !== null));
  // Of one kind alone, passing its checks is passing the case.
  const shown = kinds.filter((kind) => kinds.length > 1 || graded.has(kind));
  const repeated = outcomes.some(({ attempts }) => attempts.length > 1);
  return [
    ...(outcomes.some(canBePassed) ? [valuesOf('pass', outcomes, passing, !repeated)] : []),
    ...(judged ? [valuesOf('judge', outcomes, preferring, !repeated)] : []),
    valuesOf('unbroken', outcomes, both(isUnbroken), !repeated),
    ...shown.map((kind) => valuesOf(kind, outcomes, meeting(kind, graded.has(kind)), !repeated && !graded.has(kind))),
  ];
}

/** Whether the case says what is right, by checks or by the tools that are to be called. */
export function canBePassed({ checks, expectsCalls = false }: PairedOutcome): boolean {
  return checks.length > 0 || expectsCalls;
}

/** Answered, and with no hard break. */
export function isUnbroken(attempt: Attempt): boolean {
  return attempt.kind === 'answered' && attempt.breaks.length === 0;
}

export function isPassed(attempt: Attempt): boolean {
  return isUnbroken(attempt) && resultsOf(attempt).every(({ passed }) => passed);
}

function valuesOf(name: string, outcomes: readonly PairedOutcome[], measure: Measure, counted: boolean): PairedValues {
  // Three lists of plain values: of thousands of cases, rows would take several times the memory.
  const [current, candidate, told]: [number[], number[], boolean[]] = [[], [], []];
  for (const outcome of outcomes) {
    let [pairs, first, second] = [0, 0, 0];
    for (const attempt of outcome.attempts) {
      const pair = measure(outcome, attempt);
      if (pair === null) continue;
      pairs += 1;
      first += pair[0];
      second += pair[1];
    }
    if (pairs === 0) continue;
    current.push(first / pairs);
    candidate.push(second / pairs);
    told.push(
      outcome.attempts.every((one) => one.current.kind === 'answered' && !(name === 'judge' && one.contradicted)),
    );
  }
  return { name, counted, current, candidate, told };
}

const passing: Measure = (outcome, attempt) => (canBePassed(outcome) ? both(isPassed)(null, attempt) : null);

/** An answer beats a failed call without being judged; two failed calls are a tie. */
function preferring(_: unknown, { current, candidate, preferred }: PairedAttempt): readonly [number, number] | null {
  const answered = [current, candidate].map(({ kind }) => kind === 'answered');
  if (answered.includes(false))
    return answered[0] === answered[1] ? [0, 0] : [Number(answered[0]), Number(answered[1])];
  return preferred === null ? null : [Number(preferred === 'current'), Number(preferred === 'candidate')];
}

function both(holds: (attempt: Attempt) => boolean) {
  return (_: unknown, { current, candidate }: PairedAttempt) =>
    [Number(holds(current)), Number(holds(candidate))] as const;
}

function meeting(kind: CheckKind, graded: boolean): Measure {
  return ({ checks }, { current, candidate }) => {
    if (!checks.includes(kind)) return null;
    const value = (attempt: Attempt) => {
      const own = resultsOf(attempt).filter((_, index) => checks[index] === kind);
      const values = own.map(({ passed, score }) => (graded && score !== null ? score : Number(passed)));
      if (values.length === 0) return 0;
      return graded ? values.reduce((sum, each) => sum + each, 0) / values.length : Math.min(...values);
    };
    return [value(current), value(candidate)];
  };
}

function gradedKinds(outcomes: readonly PairedOutcome[]): ReadonlySet<CheckKind> {
  const graded = new Set<CheckKind>();
  for (const { checks, attempts } of outcomes)
    for (const attempt of attempts.flatMap(({ current, candidate }) => [current, candidate]))
      for (const [index, { score }] of resultsOf(attempt).entries()) {
        const kind = checks[index];
        if (score !== null && kind !== undefined) graded.add(kind);
      }
  return graded;
}

function resultsOf(attempt: Attempt): readonly CheckResult[] {
  return attempt.kind === 'answered' ? attempt.checks : [];
}
