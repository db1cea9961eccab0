import type { DateTime } from 'luxon';

export interface SimulatedCustomModel {
  readonly arn: string;
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly base: string;
  readonly key: string | null;
  readonly created: DateTime;
  /** ARN of the job that made it; absent for copies. */
  readonly job?: string;
}

export interface SimulatedShare {
  readonly arn: string;
  readonly name: string;
  readonly owner: string;
  readonly region: string;
  readonly resource: string;
  readonly principal: string;
  /** Whether the principal has taken it, by itself or by the organisation. */
  state: 'pending' | 'accepted' | 'rejected';
}

export interface SimulatedCopy {
  readonly arn: string;
  readonly source: string;
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly key: string | null;
  readonly token: string;
  readonly begun: DateTime;
  readonly model: string;
  status: 'InProgress' | 'Completed' | 'Failed';
  failure: string | null;
}

/** A deployment or provisioned throughput: they differ in names only. */
export interface SimulatedServing {
  readonly kind: 'custom-model-deployment' | 'provisioned-model';
  readonly arn: string;
  readonly name: string;
  readonly model: string;
  readonly account: string;
  readonly region: string;
  readonly begun: DateTime;
  /** Why it never becomes ready. */
  readonly failure?: string;
}

/** Accounts that share and copy models; it changes as it is used. */
export interface PromotionWorld {
  readonly now: () => DateTime;
  readonly models: Map<string, SimulatedCustomModel>;
  readonly shares: SimulatedShare[];
  /** Their invitations are listed on. */
  readonly deletedShares: SimulatedShare[];
  readonly copies: SimulatedCopy[];
  readonly servings: SimulatedServing[];
  /** ARN of what was made, by the call and its token: a repeated token makes nothing, even once that was removed. */
  readonly answered: Map<string, string>;
  /** Organisation by account. */
  readonly organizations: Map<string, string>;
  /** Whether AWS RAM shares within the organisation without invitations. */
  sharesWithOrganization: boolean;
  /** Regions in which copies fail, with the reason. */
  readonly refusing: Map<string, string>;
  /** Regions in which nothing becomes ready that would serve a model, with the reason. */
  readonly unserved: Map<string, string>;
  /** Custom models per account and Region. */
  quota: number;
  /** Imported models per account and Region; `null` where Service Quotas tells none. */
  importedQuota: number | null;
  /** Units of provisioned throughput per account and Region. */
  throughputQuota: number;
}

export function promotionWorld(now: () => DateTime): PromotionWorld {
  return {
    now,
    models: new Map(),
    shares: [],
    deletedShares: [],
    copies: [],
    servings: [],
    answered: new Map(),
    organizations: new Map(),
    sharesWithOrganization: true,
    refusing: new Map(),
    unserved: new Map(),
    quota: 100,
    importedQuota: 3,
    throughputQuota: 2,
  };
}
