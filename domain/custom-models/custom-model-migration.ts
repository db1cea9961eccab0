import type { CreatedThing } from './created-thing.ts';
import type { CustomModelMigrationStatus } from './custom-model-status.ts';
import type { OriginalJob } from './original-job.ts';
import type { Serving } from './promotion-problems.ts';

/** A person is asked whether the new model shall take the old one's place. */
export interface Approval {
  /** Answers the waiting state machine. */
  readonly token: string;
  /** ISO instants. */
  readonly askedAt: string;
  readonly expiresAt: string;
  readonly remindedAt: string | null;
  readonly decision: { readonly approved: boolean; readonly by: string; readonly at: string } | null;
}

/** Where the new model goes. */
export interface PromotionTarget {
  readonly account: string;
  readonly region: string;
  readonly serving: Serving;
  /** ARN of the key there that encrypts the copy; `null` where AWS's own does. */
  readonly key: string | null;
}

/** How the promotion goes on in one account and Region. */
export interface TargetOutcome extends PromotionTarget {
  readonly kind: 'waiting' | 'done' | 'failed';
  readonly model: string | null;
  readonly serves: string | null;
  /** Why it failed. */
  readonly why: string | null;
}

/** How the new model is called while it is compared. */
export type EvaluationServing = 'onDemand' | 'provisioned';

/** What a person may say otherwise when they start one. */
export interface CustomModelChanges {
  readonly replacement?: string;
  /** By the replacement's own names; those left out stay as they are. */
  readonly hyperParameters?: Readonly<Record<string, string>>;
  readonly serving?: EvaluationServing;
  readonly targets?: readonly PromotionTarget[];
}

/** One custom model whose base leaves, from the proposal to its successor in production. */
export interface CustomModelMigration {
  readonly id: string;
  readonly customModel: {
    readonly arn: string;
    readonly name: string;
    readonly account: string;
    readonly region: string;
  };
  /** Base id of the foundation model that leaves. */
  readonly base: string;
  /** Model id to train on instead; `null` while nobody named one. */
  readonly replacement: string | null;
  /** Migrations whose threads and tickets hear of it. */
  readonly migrationIds: readonly string[];
  readonly status: CustomModelMigrationStatus;
  /** Counts changes of the status: a key of what is told of each. */
  readonly sequence: number;
  /** The sequence that was told last. */
  readonly told: number;
  /** Counts starts; 0 while it is proposed. A start has a job and an execution of its own. */
  readonly attempt: number;
  /** The last attempt of which nothing is left; no other begins before that. */
  readonly cleaned: number;
  /** A start that somebody asked for while the attempt before was being cleaned up after; `null` where nobody did. */
  readonly again: { readonly by: string; readonly changes: CustomModelChanges } | null;
  /** `null` until it was read, and for a model without a job of its own: a copy. */
  readonly original: OriginalJob | null;
  /** For the replacement: the original job's, mapped, and what a person changed. */
  readonly hyperParameters: Readonly<Record<string, string>>;
  /** What could not be taken over from the original job as it was, a sentence each. */
  readonly notes: readonly string[];
  readonly serving: EvaluationServing;
  readonly targets: readonly PromotionTarget[];
  readonly newName: string | null;
  /** ARN of the foundation model that the training begins with, once it was checked. */
  readonly trainingBase: string | null;
  readonly jobArn: string | null;
  readonly newModelArn: string | null;
  /** Deployment or throughput by which the new model is compared. */
  readonly servingArn: string | null;
  /** What serves the old model while both are compared. */
  readonly oldServingArn: string | null;
  readonly runId: string | null;
  /** What the comparison found: its verdict and the reasons, a sentence each. */
  readonly verdict: { readonly kind: string; readonly reasons: readonly string[] } | null;
  readonly approval: Approval | null;
  readonly outcomes: readonly TargetOutcome[];
  /** Target accounts in which, or for which, the promotion may have created something: written down before it does. */
  readonly entered: readonly string[];
  readonly created: readonly CreatedThing[];
  /** What keeps it from being trained, as the last check found it, a sentence each. */
  readonly problems: readonly string[];
  /** Why it ended, or who ended it. */
  readonly reason: string | null;
  /** Slack's id of the person who started it; `null` while it is proposed. */
  readonly startedBy: string | null;
  /** ISO instants. */
  readonly proposedAt: string;
  readonly changedAt: string;
  /** Counts writes; a write names the version it read. */
  readonly version: number;
}
