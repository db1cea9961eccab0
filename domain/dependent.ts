import type { Region } from './lifecycle.ts';

/** The places where a model hides, one word each; AWS's own words for AWS's things. */
export const dependentKinds = [
  'onDemand',
  'applicationInferenceProfile',
  'provisionedThroughput',
  'customModel',
  'customModelDeployment',
  'importedModel',
  'agent',
  'agentVersion',
  'prompt',
  'flow',
  'knowledgeBase',
  'promptRouter',
  'batchJob',
  'customizationJob',
] as const;
export type DependentKind = (typeof dependentKinds)[number];

/** What a dependent uses a model for: leaving an embedding model is another task than leaving one that answers. */
export type Purpose = 'inference' | 'embedding' | 'parsing' | 'reranking' | 'customization' | 'fallback';

/** One model that a dependent names. */
export interface ModelUse {
  /** As AWS gives it: a model id, a profile id, any ARN. */
  readonly reference: string;
  /** The base foundation models behind it; none where there is none (imported models) or none could be found. */
  readonly modelIds: readonly string[];
  /** What stands between the two, nearest first: inference profiles, custom models, provisioned throughput. */
  readonly through: readonly string[];
  readonly purpose: Purpose;
}

/** Who calls: a role or user as CloudTrail names it, or as the model invocation log does. */
export interface Caller {
  /** ARN of the role or user, sessions gathered under their role: `arn:aws:iam::111122223333:role/checkout`. */
  readonly principal: string;
  /** Calls seen in what was read, never an estimate of all calls. */
  readonly calls: number;
  /** ISO instant of the last call seen. */
  readonly lastCalledAt: string;
  /** `requestMetadata` of its calls, where the model invocation log tells; empty elsewhere. */
  readonly requestMetadata: Readonly<Record<string, string>>;
}

/** One thing that uses a model. */
export interface Dependent {
  readonly kind: DependentKind;
  /** Its ARN where AWS gives one; on-demand use is `on-demand/ACCOUNT/REGION/` and what the callers pass. */
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly region: Region;
  readonly uses: readonly ModelUse[];
  readonly tags: Readonly<Record<string, string>>;
  readonly callers: readonly Caller[];
  /** Aliases that point at it: an agent version or flow version that nobody points at is of no use to anybody. */
  readonly pinnedBy: readonly string[];
  /** Until when provisioned throughput is committed, ISO instant; `null` without commitment and for all else. */
  readonly committedUntil: string | null;
  /** When the sweep saw it last, ISO. */
  readonly seenAt: string;
}

/** The base models a dependent rests on, each once. */
export function modelIdsOf({ uses }: Pick<Dependent, 'uses'>): readonly string[] {
  return [...new Set(uses.flatMap(({ modelIds }) => modelIds))].toSorted();
}
