import type { Attempt, BreakKind, CheckKind, PairedOutcome } from '../comparison/outcome.ts';
import { isPassed } from '../comparison/paired-values.ts';

/** A hard break, a call that failed, by its class, or a check that was missed. */
export type FailureKind =
  | { readonly kind: 'break'; readonly name: Exclude<BreakKind, 'error'> }
  | { readonly kind: 'call'; readonly name: string }
  | { readonly kind: 'check'; readonly name: CheckKind };

/** Cases that the candidate fails in the same way. */
export interface FailureCluster {
  readonly failure: FailureKind;
  /** A case that fails in several ways stands in the first: a break, before a check. */
  readonly caseIds: readonly string[];
  /** In how many of them the current model passes: what changing models loses. */
  readonly lost: number;
}

/** What the candidate fails, by kind, the commonest first; of kinds as common, by name. */
export function failureClusters(outcomes: readonly PairedOutcome[]): readonly FailureCluster[] {
  const clusters = new Map<string, { failure: FailureKind; caseIds: string[]; lost: number }>();
  for (const { caseId, checks, attempts } of outcomes) {
    const failed = attempts.find(({ candidate }) => !isPassed(candidate));
    if (!failed) continue;
    const failure = failureOf(failed.candidate, checks);
    const key = `${failure.kind} ${failure.name}`;
    const cluster = clusters.get(key) ?? { failure, caseIds: [], lost: 0 };
    clusters.set(key, cluster);
    cluster.caseIds.push(caseId);
    cluster.lost += attempts.every(({ current }) => isPassed(current)) ? 1 : 0;
  }
  return [...clusters]
    .toSorted(([a, one], [b, other]) => other.caseIds.length - one.caseIds.length || (a < b ? -1 : 1))
    .map(([, cluster]) => cluster);
}

function failureOf(attempt: Attempt, checks: readonly CheckKind[]): FailureKind {
  if (attempt.kind === 'failed') return { kind: 'call', name: attempt.error };
  const broken = attempt.breaks.find((name) => name !== 'error');
  if (broken !== undefined) return { kind: 'break', name: broken };
  const missed = attempt.checks.findIndex(({ passed }) => !passed);
  return { kind: 'check', name: checks[missed] ?? 'exact' };
}
