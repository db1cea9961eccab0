import type { Coverage } from './coverage.ts';
import type { Dependent } from './dependent.ts';
import type { ModelUsage } from './model-usage.ts';

/** One of the service's quotas on a model, in one place. */
export interface ModelQuota {
  readonly account: string;
  readonly region: string;
  readonly modelId: string;
  /** As Service Quotas names it, with its code. */
  readonly name: string;
  readonly code: string;
  /** Tokens or requests a minute. */
  readonly unit: 'tokensPerMinute' | 'requestsPerMinute';
  /** Which calls it covers. */
  readonly scope: 'onDemand' | 'crossRegion' | 'globalCrossRegion';
  readonly value: number;
}

/** What the sweep knows about one model and about the one that replaces it. */
export interface Inventory {
  /** Those that are present, of every team. */
  readonly dependents: readonly Dependent[];
  /** Those that were seen before and are gone: what was used through them still counts. */
  readonly former: readonly Dependent[];
  readonly usage: readonly ModelUsage[];
  /** Of the replacement, present or gone: they tell whose its use is. */
  readonly replacementDependents: readonly Dependent[];
  readonly replacementUsage: readonly ModelUsage[];
  /** Of every account in which the model is known or told to be used. */
  readonly coverage: readonly Coverage[];
  /** Of the replacement. */
  readonly quotas: readonly ModelQuota[];
}

/** What is known where no sweep ever ran: nothing, which is not the same as none. */
export const noInventory: Inventory = {
  dependents: [],
  former: [],
  usage: [],
  replacementDependents: [],
  replacementUsage: [],
  coverage: [],
  quotas: [],
};
