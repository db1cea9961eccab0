import type { CalendarDate } from '../../../domain/calendar-date.ts';
import type { Agent, Flow, KnowledgeBase, Prompt } from './orchestration.ts';
import type { Use } from './use.ts';

/** What there is of something, from a day on and until another; always there without them. */
export interface Held {
  /** Twelve characters, as the ids in Bedrock's ARNs; ten capitals for agents, prompts, flows and knowledge bases. */
  readonly id: string;
  readonly name: string;
  readonly from?: CalendarDate;
  readonly until?: CalendarDate;
  readonly tags?: Readonly<Record<string, string>>;
}

export interface ApplicationProfile extends Held {
  /** The model or the system profile it was copied from. */
  readonly copiedFrom: string;
}

export interface Provisioned extends Held {
  /** A model's id, or the ARN of a custom model. */
  readonly model: string;
  readonly foundationModel: string;
  /** Last day of a six-month commitment. */
  readonly committedUntil?: CalendarDate;
}

export interface CustomModel extends Held {
  readonly foundationModel: string;
  /** Where the training began: the foundation model, unless it is the ARN of another custom model. */
  readonly base?: string;
}

export interface Deployment extends Held {
  readonly model: string;
}

export interface ImportedModel extends Held {
  readonly architecture: string;
}

export interface CustomizationJob extends Held {
  readonly base: string;
}

/** Runs every night; tonight's run is under way for a day. */
export interface NightlyJob extends Held {
  readonly model: string;
}

export interface PromptRouter extends Held {
  readonly models: readonly string[];
  readonly fallback: string;
}

/** Everything that one account holds in one Region. */
export interface Estate {
  readonly applicationProfiles?: readonly ApplicationProfile[];
  readonly provisioned?: readonly Provisioned[];
  readonly customModels?: readonly CustomModel[];
  readonly deployments?: readonly Deployment[];
  readonly importedModels?: readonly ImportedModel[];
  readonly customizationJobs?: readonly CustomizationJob[];
  readonly nightlyJobs?: readonly NightlyJob[];
  readonly promptRouters?: readonly PromptRouter[];
  readonly agents?: readonly Agent[];
  readonly prompts?: readonly Prompt[];
  readonly flows?: readonly Flow[];
  readonly knowledgeBases?: readonly KnowledgeBase[];
  readonly uses?: readonly Use[];
  /** Whether the model invocation log goes to CloudWatch Logs. */
  readonly logsInvocations?: boolean;
}

/** What an account holds in a Region. */
export type Estates = (account: string, region: string) => Estate;

/** Those of the things that are there on a day. */
export function heldOn<Thing extends Held>(things: readonly Thing[] | undefined, day: CalendarDate): readonly Thing[] {
  return (things ?? []).filter(({ from, until }) => (!from || from <= day) && (!until || day < until));
}
