import type { ComparisonRun, ComparisonSummary } from './comparison-run.ts';

/** Detail of Sundial's own event `Comparison Concluded`; docs/events.md has its JSON schema. */
export interface ComparisonConcluded {
  /** The same for a repeated delivery of the same end. */
  readonly key: string;
  readonly runId: string;
  readonly outcome: 'concluded' | 'failed' | 'cancelled';
  readonly current: string;
  readonly candidate: string;
  readonly region: string;
  readonly dataset: string;
  readonly migrationIds: readonly string[];
  readonly requestedBy: string | null;
  /** Why it failed, or who cancelled it; `null` where it was concluded. */
  readonly reason: string | null;
  /** What was found; `null` unless it was concluded. */
  readonly summary: ComparisonSummary | null;
  /** ISO instant. */
  readonly at: string;
}

/** Throws for a run that is not over. */
export function comparisonConcluded(run: ComparisonRun): ComparisonConcluded {
  const { runId, status, current, candidate, region, dataset, migrationIds, requestedBy, reason, summary, endedAt } =
    run;
  if (status === 'requested' || status === 'running') throw new Error(`the run ${runId} is not over`);
  return {
    key: `comparisonConcluded|${runId}`,
    runId,
    outcome: status,
    current,
    candidate,
    region,
    dataset,
    migrationIds,
    requestedBy,
    reason,
    summary: summary ?? null,
    at: endedAt ?? run.at,
  };
}
