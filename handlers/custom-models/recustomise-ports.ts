import type { CustomModelMigrationChanged } from '../../domain/custom-models/custom-model-migration-changed.ts';
import type {
  CustomModelMigration,
  EvaluationServing,
  PromotionTarget,
} from '../../domain/custom-models/custom-model-migration.ts';
import type { LeavingModel } from '../../domain/custom-models/custom-model-proposals.ts';
import type { TaskAnswers } from '../batch-ports.ts';
import type { Log } from '../log.ts';
import type { Deps } from '../ports.ts';

/** Migrations of custom models, each kept from its proposal to its end. */
export interface CustomModelMigrationStore {
  readonly one: (id: string) => Promise<CustomModelMigration | null>;
  readonly all: () => Promise<readonly CustomModelMigration[]>;
  /** Writes over the version read; `false` where somebody else wrote first. */
  readonly put: (migration: CustomModelMigration) => Promise<boolean>;
}

/** What runs the state machine `recustomise-model`: Step Functions on AWS, this process on one machine. */
export interface RecustomiseExecutions {
  /** Starting the same attempt twice changes nothing. */
  readonly start: (migration: CustomModelMigration) => Promise<void>;
  /** Ends the execution of the present attempt, if there is one, and has everything cleaned up. */
  readonly stop: (migration: CustomModelMigration) => Promise<void>;
}

/** What telling of a custom model's migration needs of the world. */
export interface CustomModelTellingDeps extends Deps {
  readonly customModelMigrations: CustomModelMigrationStore;
  /** Puts `Custom Model Migration Changed` on Sundial's bus. */
  readonly announceCustomModel: (detail: CustomModelMigrationChanged) => Promise<void>;
  readonly log: Log;
}

/** What deciding on a custom model's migration needs of the world. */
export interface CustomModelDeps extends CustomModelTellingDeps {
  readonly recustomising: RecustomiseExecutions;
  readonly tasks: TaskAnswers;
}

/** What a person may say otherwise when they start one. */
export interface CustomModelChanges {
  readonly replacement?: string;
  /** By the replacement's own names; those left out stay as they are. */
  readonly hyperParameters?: Readonly<Record<string, string>>;
  readonly serving?: EvaluationServing;
  readonly targets?: readonly PromotionTarget[];
}

/** What came of a decision; `notNow` leaves everything as it is. */
export type CustomModelDecision =
  | { readonly kind: 'done'; readonly migration: CustomModelMigration }
  | { readonly kind: 'notNow'; readonly migration: CustomModelMigration; readonly why: string }
  | { readonly kind: 'unknown' };

/** Migrations of custom models, as Slack, console and command line ask for them. `by` is Slack's id of a person, or a name. */
export interface CustomModelMigrations {
  /** Keeps and tells what is proposed; answers the ids of what is new. Never spends anything. */
  readonly propose: (leaving: readonly LeavingModel[]) => Promise<readonly string[]>;
  /** Starts one that is proposed, or again one that ended without success. */
  readonly start: (id: string, by: string, changes?: CustomModelChanges) => Promise<CustomModelDecision>;
  readonly approve: (id: string, by: string) => Promise<CustomModelDecision>;
  readonly refuse: (id: string, by: string) => Promise<CustomModelDecision>;
  /** Ends one, whatever it is doing; what was created is cleaned up. */
  readonly cancel: (id: string, by: string) => Promise<CustomModelDecision>;
  readonly all: () => Promise<readonly CustomModelMigration[]>;
}
