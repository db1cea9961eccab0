import type { ComparisonPolicy } from '../comparison/comparison-policy.ts';
import type { Conclusion } from '../comparison/conclusion.ts';
import type { ComparedModels, WorseCase } from '../comparison-run.ts';
import type { FailedSelection } from './failed-selection.ts';
import type { FailureCluster } from './failure-clusters.ts';
import type { RecordedCall, RecordedJudgement } from './recorded.ts';
import type { WeeklyCost, WeeklyVolume } from './weekly-cost.ts';

/** What a run cost, or is expected to: US dollars at list prices; `null` where no price is known. */
export interface RunCost {
  readonly current: number | null;
  readonly candidate: number | null;
  readonly judge: number | null;
  /** Of the embeddings that answers were compared by; `null` also where there are none. */
  readonly embedding: number | null;
  readonly currency: 'USD';
  /** Where the prices come from, in words. */
  readonly basis: string;
}

/** What makes a run repeatable. */
export interface RunEvidence extends ComparedModels {
  readonly runId: string;
  /** ISO instant. */
  readonly startedAt: string;
  readonly region: string;
  readonly dataset: { readonly file: string; readonly sha256: string };
  readonly repeats: number;
  readonly seed: number;
  readonly policy: ComparisonPolicy;
  /** The judge and the hash of its rubric; `null` where nobody judged. */
  readonly judge: { readonly modelId: string; readonly rubricHash: string; readonly isCompared: boolean } | null;
  /** The model by which similarity was measured; `null` or absent where no case asked for it. */
  readonly embedding?: { readonly modelId: string } | null;
  /** What measured BERTScore, in words, and the hash of what it depends on; `null` or absent where no case asked for it. */
  readonly bertScore?: { readonly by: string; readonly sha256?: string } | null;
  /** Absent where the models were asked on demand. */
  readonly engine?: 'batch';
  /** What the team uses each week; `null` or absent where nobody said. */
  readonly volume?: WeeklyVolume | null;
  /** Cases that were chosen by an earlier run; `null` or absent where all were asked. */
  readonly selection?: FailedSelection | null;
  readonly sundial: string;
}

/** Everything a report shows of a run, but for its cases. */
export interface ComparisonReport {
  readonly evidence: RunEvidence;
  readonly conclusion: Conclusion;
  readonly cost: RunCost;
  /** What the team's own volume costs; `null` where nobody said what that is. */
  readonly weekly: WeeklyCost | null;
  /** Tokens that the embedding model took; 0 where there is none. */
  readonly embeddingTokens: number;
  /** Cases for which kept answers stood in for the current model. */
  readonly frozen: number;
  /** How often the judge said the same in both orders, 0 to 1; `null` where nobody judged. */
  readonly judgeConsistency: number | null;
  /** Where the candidate does worse, the worst first. */
  readonly worst: readonly WorseCase[];
  /** What the candidate fails, by kind, the commonest first; empty where it is ready. */
  readonly failures: readonly FailureCluster[];
  /** What was simulated or assumed, a sentence each. */
  readonly notes: readonly string[];
}

/** One case as a report shows it, side by side. */
export interface ReportedCase {
  readonly caseId: string;
  readonly prompt: string;
  readonly expected: string | null;
  readonly tags: Readonly<Record<string, string>>;
  readonly current: RecordedCall | null;
  readonly candidate: RecordedCall | null;
  readonly judgement: RecordedJudgement | null;
}
