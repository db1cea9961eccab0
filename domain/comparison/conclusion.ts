import { adjustedMetrics } from './adjusted-metrics.ts';
import type { PlannedPower } from './cases-needed.ts';
import { plannedPower } from './cases-needed.ts';
import { checkOutcomes } from './check-outcomes.ts';
import type { ComparisonPolicy } from './comparison-policy.ts';
import { checkComparisonPolicy } from './comparison-policy.ts';
import type { Latency } from './latency.ts';
import { latency } from './latency.ts';
import type { Measured, Metric } from './metric.ts';
import { measured } from './metric.ts';
import type { Answered, PairedOutcome } from './outcome.ts';
import type { PairedBreaks } from './paired-breaks.ts';
import { pairedBreaks } from './paired-breaks.ts';
import type { PairedValues } from './paired-values.ts';
import { pairedValues } from './paired-values.ts';
import { repetitionNoise } from './repetition-noise.ts';
import type { Truth } from './power.ts';
import type { Verdict } from './verdict.ts';
import { verdict } from './verdict.ts';

const nothingSeen: Truth = { kind: 'counted', discordance: 0, difference: 0 };

export interface Conclusion {
  readonly verdict: Verdict;
  /** All cases; those that both models answered each time; the rest. */
  readonly cases: number;
  readonly answered: number;
  readonly failed: number;
  /** The first is primary. Empty where there is no case. */
  readonly metrics: readonly Metric[];
  readonly breaks: PairedBreaks;
  /** What was to be expected of so many cases before the run. What can be said after it stands beside each metric. */
  readonly planned: PlannedPower;
  readonly current: ModelSummary;
  readonly candidate: ModelSummary;
}

export interface ModelSummary {
  readonly failedCalls: number;
  /** Of all answered calls together. */
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly latency: Latency;
  /** The chance that two of its answers to the same case differ in passing; `null` without repetitions. */
  readonly noise: number | null;
}

/**
 * All that a run of paired outcomes says, and the verdict. The same for the same outcomes in the same order, policy and seed. Throws a
 * `RangeError` for outcomes that cannot be, or a policy out of range.
 */
export function conclusion(outcomes: readonly PairedOutcome[], policy: ComparisonPolicy, seed: number): Conclusion {
  checkComparisonPolicy(policy);
  checkOutcomes(outcomes);
  const columns = pairedValues(outcomes).filter(({ current }) => current.length > 0);
  const all = columns.map((values) => measured(values, policy, seed));
  const metrics = adjustedMetrics(all);
  const breaks = pairedBreaks(outcomes);
  const whereTold = columns[0] ? overTold(columns[0], policy, seed) : null;
  const evidence = {
    metrics,
    whereTold: whereTold?.metric ?? null,
    contradicted: metrics[0]?.name === 'judge' ? outcomes.filter(isContradicted).length : 0,
    newBreaks: casesOf(breaks.new),
    healedBreaks: casesOf(breaks.healed),
  };
  const seenOf = (name?: string) => all.find(({ metric }) => metric.name === name)?.seen ?? nothingSeen;
  const answered = outcomes.filter(bothAnswered).length;
  return {
    verdict: verdict(
      evidence,
      { primary: seenOf(metrics[0]?.name), told: whereTold && seenWhereTold(whereTold), unbroken: seenOf('unbroken') },
      policy,
    ),
    cases: outcomes.length,
    answered,
    failed: outcomes.length - answered,
    metrics,
    breaks,
    planned: plannedPower(outcomes.length, policy),
    current: summary(outcomes, 'current', policy.alpha),
    candidate: summary(outcomes, 'candidate', policy.alpha),
  };
}

function overTold(values: PairedValues, policy: ComparisonPolicy, seed: number): Measured | null {
  const kept = <Value>(list: readonly Value[]) => list.filter((_, index) => values.told[index]);
  const [current, candidate, told] = [kept(values.current), kept(values.candidate), kept(values.told)];
  return current.length === 0 ? null : measured({ ...values, current, candidate, told }, policy, seed);
}

function seenWhereTold({ seen, metric }: Measured) {
  return { truth: seen, cases: metric.cases };
}

function isContradicted({ attempts }: PairedOutcome): boolean {
  return attempts.some(({ contradicted }) => contradicted);
}

function summary(outcomes: readonly PairedOutcome[], model: 'current' | 'candidate', alpha: number): ModelSummary {
  const calls = outcomes.flatMap(({ attempts }) => attempts.map((attempt) => attempt[model]));
  const answers = calls.filter((call) => call.kind === 'answered');
  const measurements = (field: 'latencyMs' | 'ttftMs') => answers.flatMap((answer) => answer[field] ?? []);
  const total = (field: keyof Pick<Answered, 'inputTokens' | 'outputTokens'>) =>
    answers.reduce((sum, answer) => sum + answer[field], 0);
  return {
    failedCalls: calls.length - answers.length,
    inputTokens: total('inputTokens'),
    outputTokens: total('outputTokens'),
    latency: latency(measurements('latencyMs'), measurements('ttftMs'), alpha),
    noise: repetitionNoise(outcomes, model),
  };
}

function bothAnswered({ attempts }: PairedOutcome): boolean {
  return attempts.every(({ current, candidate }) => current.kind === 'answered' && candidate.kind === 'answered');
}

function casesOf(breaks: PairedBreaks['new']): number {
  return new Set(breaks.map(({ caseId }) => caseId)).size;
}
