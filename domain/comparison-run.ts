import type { BreakKind } from './comparison/outcome.ts';
import type { Verdict } from './comparison/verdict.ts';
import type { ThreadRef } from './migration.ts';

/** What people call two models, where their ids do not say it. */
export interface ModelNames {
  readonly current: string;
  readonly candidate: string;
}

/** The two models of a comparison: model ids, inference profiles or ARNs. */
export interface ComparedModels {
  readonly current: string;
  readonly candidate: string;
  readonly names?: ModelNames;
}

/** Detail of Sundial's own event `Comparison Requested`: what to compare, over which cases, and who wants to know. */
export interface ComparisonRequested extends ComparedModels {
  /** The same for the same request, however often it is delivered. */
  readonly key: string;
  readonly region: string;
  /** `s3://bucket/key`; on one machine also the path of a file. */
  readonly dataset: string;
  /** Cases drawn from the dataset; `null` is all of them. */
  readonly sample: number | null;
  readonly judge: string | null;
  /** US dollars; `null` is no limit. */
  readonly budget: number | null;
  /** Bedrock batch inference, where cost matters more than time; absent, models are asked on demand. */
  readonly engine?: 'batch';
  /** Migrations whose threads and tickets hear of it. */
  readonly migrationIds: readonly string[];
  /** Slack's id of the person; `null` where a policy or a program asked. */
  readonly requestedBy: string | null;
  /** ISO instant. */
  readonly at: string;
}

/** Names, as a dataset, the calls that Amazon Bedrock's model invocation log holds of the current model. */
export const recentCalls = 'invocation-logs';

const failedIn = 'failed:';

/** Names, as a dataset, the cases that the candidate failed in an earlier run, and some that it passed. */
export function failedCasesOf(runId: string): string {
  return `${failedIn}${runId}`;
}

/** The run whose failed cases a dataset names; `null` for any other dataset. */
export function runOfFailedCases(dataset: string): string | null {
  return dataset.startsWith(failedIn) ? dataset.slice(failedIn.length) : null;
}

/** What a run would take, before anything is asked. */
export interface RunEstimate {
  readonly cases: number;
  readonly calls: number;
  /** US dollars; `null` where no price is known. */
  readonly cost: number | null;
  readonly seconds: number | null;
  /** The chance that so many cases show an equally good candidate to be ready, 0 to 1; `null` where it cannot be said. */
  readonly power: number | null;
  /** What speaks against the run, a sentence each. */
  readonly warnings: readonly string[];
}

export interface RunProgress {
  /** Calls that were answered or failed, of all that the run will make. */
  readonly done: number;
  readonly of: number;
  readonly failed: number;
  /** US dollars so far; `null` where no price is known. */
  readonly cost: number | null;
}

/** A batch inference job that a run waits for. */
export interface RunJob {
  readonly jobArn: string;
  /** By which the state machine hears that the job is over. */
  readonly token: string;
}

/** One run, from its request to its end. Two requests for the same thing are one run while it goes on. */
export interface ComparisonRun extends Omit<ComparisonRequested, 'key'> {
  readonly runId: string;
  readonly status: 'requested' | 'running' | 'concluded' | 'failed' | 'cancelled';
  /** The message that tells of its progress, in each migration's thread. */
  readonly told: Readonly<Record<string, ThreadRef>>;
  readonly progress: RunProgress | null;
  readonly endedAt: string | null;
  /** Why it failed, or who cancelled it. */
  readonly reason: string | null;
  /** Keys of all requests that this run answers. */
  readonly keys?: readonly string[];
  /** ISO instant of the first call; absent before it. */
  readonly startedAt?: string;
  /** ISO instant at which its messages were last edited. */
  readonly progressAt?: string;
  /** What came of it, once it is concluded. */
  readonly summary?: ComparisonSummary;
  /** The jobs of a run in batch, as far as they were begun. */
  readonly jobs?: Readonly<Partial<Record<'current' | 'candidate', RunJob>>>;
  /** Whether everybody was told how it ended. */
  readonly settled?: boolean;
  readonly version: number;
}

/** A case that the candidate does worse: how it breaks, or `lost` where it only fails what the current model passes. */
export interface WorseCase {
  readonly caseId: string;
  readonly kind: BreakKind | 'lost';
}

/** What a migration keeps of the latest comparison, and `Comparison Concluded` tells. */
export interface ComparisonSummary extends ComparedModels {
  readonly runId: string;
  readonly region: string;
  readonly dataset: string;
  readonly verdict: { readonly kind: Verdict['kind']; readonly reasons: readonly string[] };
  readonly cases: number;
  readonly answered: number;
  readonly failed: number;
  /** The primary metric; `null` where there was no case. */
  readonly primary: {
    readonly name: string;
    readonly difference: number;
    readonly interval: readonly [number, number] | null;
  } | null;
  readonly newBreaks: number;
  /** Where the candidate does worse, the worst first; never what was asked or answered. Absent where nobody looked. */
  readonly worst?: readonly WorseCase[];
  /** What was simulated or assumed, a sentence each. */
  readonly notes?: readonly string[];
  /** Where the whole report is; `null` where nobody can open it. */
  readonly report: string | null;
  /** ISO instant. */
  readonly concludedAt: string;
}
