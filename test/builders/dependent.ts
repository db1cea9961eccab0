import type { Coverage } from '../../domain/coverage.ts';
import type { Caller, Dependent } from '../../domain/dependent.ts';
import { dependentKinds } from '../../domain/dependent.ts';
import type { ModelUsage, UsageDay } from '../../domain/model-usage.ts';
import { plusDays } from '../../domain/calendar-date.ts';
import { sonnet45 } from './situation.ts';

export const profileArn = 'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/a1b2c3d4e5f6';

/** On-demand use of Sonnet 4.5 in one account and Region, seen this morning. */
export function aDependent(overrides: Partial<Dependent> = {}): Dependent {
  const { account = '111122223333', region = 'us-east-1' } = overrides;
  return {
    kind: 'onDemand',
    id: `on-demand/${account}/${region}/${sonnet45}`,
    name: sonnet45,
    account,
    region,
    uses: [{ reference: sonnet45, modelIds: [sonnet45], through: [], purpose: 'inference' }],
    tags: {},
    callers: [],
    pinnedBy: [],
    committedUntil: null,
    seenAt: '2026-11-20T05:00:00.000Z',
    ...overrides,
  };
}

export function aProfile(overrides: Partial<Dependent> = {}): Dependent {
  return aDependent({ kind: 'applicationInferenceProfile', id: profileArn, name: 'checkout', ...overrides });
}

export function aCaller(role: string, overrides: Partial<Caller> = {}): Caller {
  return {
    principal: `arn:aws:iam::111122223333:role/${role}`,
    calls: 10,
    lastCalledAt: '2026-11-19T16:00:00.000Z',
    requestMetadata: {},
    ...overrides,
  };
}

/** A place of which every kind was read whole at one instant. */
export function aCoverage(overrides: Partial<Coverage> & { readonly at?: string } = {}): Coverage {
  const { at = '2026-11-20T05:00:00.000Z', ...rest } = overrides;
  return {
    account: '111122223333',
    region: 'us-east-1',
    attemptedAt: at,
    swept: Object.fromEntries(dependentKinds.map((kind) => [kind, at])),
    failures: [],
    ...rest,
  };
}

export function aUsage(days: readonly UsageDay[], overrides: Partial<ModelUsage> = {}): ModelUsage {
  const { account = '111122223333', region = 'us-east-1', modelId = sonnet45 } = overrides;
  return {
    modelId,
    dependentId: `on-demand/${account}/${region}/${modelId}`,
    account,
    region,
    calledAs: modelId,
    endpoint: 'bedrock-runtime',
    days,
    ...overrides,
  };
}

/** A day's calls, each of 1,000 tokens in and 200 out. */
export function aUsageDay(day: string, calls: number, overrides: Partial<UsageDay> = {}): UsageDay {
  return {
    day,
    calls,
    inputTokens: calls * 1_000,
    outputTokens: calls * 200,
    legacyCalls: calls,
    peakQuotaTokens: null,
    ...overrides,
  };
}

/** One day after the other, a number of calls each; days without any are left out, as the sweep leaves them out. */
export function usageDays(from: string, calls: readonly number[]): UsageDay[] {
  return calls.flatMap((count, index) => (count > 0 ? [aUsageDay(plusDays(from, index), count)] : []));
}
