import type { PromotionCheck } from '../../adapters/custom-models/check-promotion.ts';
import type { SendMail } from '../../adapters/mail/mail.ts';
import type { SeenServing } from '../../adapters/custom-models/evaluation-serving.ts';
import type { SeenOriginal, SeenTraining, TrainingInput } from '../../adapters/custom-models/training-jobs.ts';
import type { Place } from '../../domain/coverage.ts';
import type { CreatedThing } from '../../domain/custom-models/created-thing.ts';
import type { CustomModelMigrationChanged } from '../../domain/custom-models/custom-model-migration-changed.ts';
import type { CustomModelChanges, CustomModelMigration } from '../../domain/custom-models/custom-model-migration.ts';
import type { LeavingModel } from '../../domain/custom-models/custom-model-proposals.ts';
import type { OriginalJob } from '../../domain/custom-models/original-job.ts';
import type { PreflightFacts } from '../../domain/custom-models/preflight.ts';
import type { PromotionRequest } from '../../domain/custom-models/promotion-problems.ts';
import type { TrainingKeyTerms } from '../../domain/custom-models/training-key-uses.ts';
import type { TrainingRecord } from '../../domain/custom-models/training-data.ts';
import type { TaskAnswers } from '../batch-ports.ts';
import type { Log } from '../log.ts';
import type { Comparisons, Deps, RunStore } from '../ports.ts';
import type { PromotionPorts } from './promotion-ports.ts';

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
  /** Mails everybody who is configured; absent where nobody is. */
  readonly mail?: SendMail;
  readonly log: Log;
}

/** What deciding on a custom model's migration needs of the world. */
export interface CustomModelDeps extends CustomModelTellingDeps {
  readonly recustomising: RecustomiseExecutions;
  readonly tasks: TaskAnswers;
}

/** Custom models of one account and Region: how they were made, and what makes, serves and removes them. */
export interface ModelWorkshop {
  readonly original: (arn: string) => Promise<SeenOriginal>;
  /** Everything that a training depends on; changes nothing. */
  readonly preflight: (original: OriginalJob, terms: Omit<TrainingKeyTerms, 'sundialRole'>) => Promise<PreflightFacts>;
  /** A training job by its name or ARN. */
  readonly findJob: (name: string) => Promise<SeenTraining | null>;
  readonly createJob: (input: TrainingInput) => Promise<void>;
  /** Everything that serves a model. */
  readonly servings: (modelArn: string) => Promise<readonly SeenServing[]>;
  /** The ARN; the same name for the same model twice is the same thing. */
  readonly serve: (
    migration: CustomModelMigration,
    modelArn: string,
    name: string,
    kind: SeenServing['kind'],
  ) => Promise<string>;
  /** Records of an object of training data; `null` where it holds none. */
  readonly trainingData: (uri: string) => Promise<readonly TrainingRecord[] | null>;
  /** `false` while that takes its time: ask again later. */
  readonly remove: (thing: CreatedThing) => Promise<boolean>;
}

/** The way of a model to another account, and what must be so before it is begun. */
export interface ModelPromotion extends Omit<PromotionPorts, 'wait' | 'pollMilliseconds' | 'tell'> {
  readonly check: (request: PromotionRequest) => Promise<PromotionCheck>;
  /** The same before the model is there; `key` will encrypt it. */
  readonly checkAhead: (request: PromotionRequest, key: string | null) => Promise<PromotionCheck>;
}

/** Everything that the steps of the state machine `recustomise-model` need of the world. */
export interface RecustomiseDeps extends CustomModelDeps {
  readonly runs: Pick<RunStore, 'runs'>;
  readonly workshop: (place: Place) => Promise<ModelWorkshop>;
  readonly promotion: (request: PromotionRequest) => Promise<ModelPromotion>;
  readonly keepDataset: Comparisons['keepDataset'];
  /** Ends a comparison that nobody needs any more; `by` is who says so, in words. */
  readonly cancelComparison: (runId: string, by: string) => Promise<void>;
  /** Whether comparisons measure BERTScore here. */
  readonly measuresBertScore: boolean;
  /** The Region in which Step Functions itself can begin a job. */
  readonly ownRegion: string;
  /** ARN of the role by which another account is written to; `null` for one's own. */
  readonly writingRole: (account: string) => Promise<string | null>;
}

/** What came of a decision; `notNow` leaves everything as it is, but for a start that is remembered: `why` says so. */
export type CustomModelDecision =
  | { readonly kind: 'done'; readonly migration: CustomModelMigration }
  | { readonly kind: 'notNow'; readonly migration: CustomModelMigration; readonly why: string }
  | { readonly kind: 'unknown' };

/** Migrations of custom models, as Slack, console and command line ask for them. `by` is Slack's id of a person, or a name. */
export interface CustomModelMigrations {
  /** Keeps and tells what is proposed; answers the ids of what is new. Never spends anything. */
  readonly propose: (leaving: readonly LeavingModel[]) => Promise<readonly string[]>;
  /** Starts one that is proposed, or again one that ended without success: once nothing is left of the attempt before. */
  readonly start: (id: string, by: string, changes?: CustomModelChanges) => Promise<CustomModelDecision>;
  readonly approve: (id: string, by: string) => Promise<CustomModelDecision>;
  readonly refuse: (id: string, by: string) => Promise<CustomModelDecision>;
  /** Ends one, whatever it is doing; what was created is cleaned up. A start that was still to come does not come. */
  readonly cancel: (id: string, by: string) => Promise<CustomModelDecision>;
  readonly all: () => Promise<readonly CustomModelMigration[]>;
}
