import type { CalendarDate } from './calendar-date.ts';
import type { Region } from './lifecycle.ts';

/** What CloudWatch counted on one UTC day. */
export interface UsageDay {
  readonly day: CalendarDate;
  /** Successful calls. */
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Of these calls, those that AWS itself counts as calls to a Legacy model: `LegacyModelInvocations`. */
  readonly legacyCalls: number;
  /** Highest `EstimatedTPMQuotaUsage` of the day, tokens a minute as quotas count them; `null` where it was not published. */
  readonly peakQuotaTokens: number | null;
}

/** Use of one model through one dependent: an on-demand caller's id, a profile, provisioned throughput. */
export interface ModelUsage {
  readonly modelId: string;
  /** Id of the dependent the calls went through. */
  readonly dependentId: string;
  readonly account: string;
  readonly region: Region;
  /** What callers passed as the model. */
  readonly calledAs: string;
  /** Which endpoint: `bedrock-mantle` has metrics of its own. */
  readonly endpoint: 'bedrock-runtime' | 'bedrock-mantle';
  /** Days with use, oldest first; a day that is not here had none, as far as the sweep looked. */
  readonly days: readonly UsageDay[];
}
