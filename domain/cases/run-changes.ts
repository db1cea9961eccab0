import type { PairedOutcome } from '../comparison/outcome.ts';
import { conclusion } from '../comparison/conclusion.ts';
import type { Metric } from '../comparison/metric.ts';
import type { CaseBreak } from '../comparison/paired-breaks.ts';
import { isPassed } from '../comparison/paired-values.ts';
import type { ComparisonPolicy } from '../comparison/comparison-policy.ts';
import { collected, wasAsked } from './collected.ts';
import type { RunEvidence } from './comparison-report.ts';
import type { SurveyedCase } from './dataset.ts';
import type { Recorded } from './recorded.ts';

/** The candidate of a run beside that of an earlier run of the same cases. */
export interface RunChanges {
  readonly earlier: RunName;
  readonly later: RunName;
  /** Cases that the candidate passes each time now, and did not before; and the other way round. */
  readonly better: readonly string[];
  readonly worse: readonly string[];
  /** As in a report, with the earlier candidate as `current`. */
  readonly metrics: readonly Metric[];
  readonly breaks: readonly CaseBreak[];
  readonly healed: readonly CaseBreak[];
}

type RunName = Pick<RunEvidence, 'runId' | 'candidate' | 'startedAt'>;

export interface RunRecords {
  readonly evidence: RunEvidence;
  readonly records: AsyncIterable<Recorded>;
}

/**
 * What got better and what got worse, case by case; paired, since both answered the same cases. Repetitions only as far as both have them,
 * and only cases that both were asked: an earlier run may have asked some of them, or not have ended.
 */
export async function runChanges(
  earlier: RunRecords,
  later: RunRecords,
  cases: readonly SurveyedCase[],
  policy: ComparisonPolicy,
): Promise<RunChanges> {
  const repeats = Math.min(earlier.evidence.repeats, later.evidence.repeats);
  const [before, now] = [await outcomesOf(earlier, cases, repeats), await outcomesOf(later, cases, repeats)];
  const paired = now.flatMap((outcome, index): PairedOutcome[] => {
    const was = before[index];
    if (!was || !wasAsked(was) || !wasAsked(outcome)) return [];
    const attempts = was.attempts.flatMap(({ candidate: current }, repeat) =>
      outcome.attempts.slice(repeat, repeat + 1).map(({ candidate }) => ({ current, candidate, preferred: null })),
    );
    return [{ ...outcome, attempts }];
  });
  const { metrics, breaks } = conclusion(paired, policy, later.evidence.seed);
  const passes = (side: 'current' | 'candidate') => (outcome: PairedOutcome) =>
    outcome.attempts.every((attempt) => isPassed(attempt[side]));
  const [did, does] = [passes('current'), passes('candidate')];
  return {
    earlier: nameOf(earlier.evidence),
    later: nameOf(later.evidence),
    better: paired.filter((one) => does(one) && !did(one)).map(({ caseId }) => caseId),
    worse: paired.filter((one) => did(one) && !does(one)).map(({ caseId }) => caseId),
    metrics,
    breaks: breaks.new,
    healed: breaks.healed,
  };
}

async function outcomesOf(
  { records }: RunRecords,
  cases: readonly SurveyedCase[],
  repeats: number,
): Promise<readonly PairedOutcome[]> {
  const gathered = collected();
  for await (const record of records) gathered.add(record);
  return gathered.outcomes(cases, repeats);
}

function nameOf({ runId, candidate, startedAt }: RunEvidence): RunName {
  return { runId, candidate, startedAt };
}
