import type { CalendarDate } from './calendar-date.ts';
import { daysBetween } from './calendar-date.ts';
import type { Burndown } from './catalogue.ts';
import type { ModelQuota } from './inventory.ts';
import type { TeamUse } from './team-use.ts';

/** Whether the replacement's quota in one place is enough for a team's own peak on the old model. */
export interface QuotaNeed {
  readonly account: string;
  readonly region: string;
  readonly scope: ModelQuota['scope'];
  /** The team's highest use, tokens a minute as the old model's quota counts them. */
  readonly peak: number;
  /** The same use as the replacement's quota counts it. */
  readonly need: number;
  /** `null` where the sweep found no such quota. */
  readonly quota: ModelQuota | null;
  /** What to ask for, rounded up; `null` where the quota suffices or is not known. */
  readonly ask: number | null;
}

export interface QuotaFacts {
  readonly use: readonly TeamUse[];
  /** Factors of the old model and of its replacement; without both nothing can be converted. */
  readonly burndown: Burndown | null;
  readonly replacementBurndown: Burndown | null;
  readonly replacementId: string | null;
  readonly quotas: readonly ModelQuota[];
  readonly today: CalendarDate;
}

/** Older peaks tell nothing of what is needed now. */
const peakDays = 28;

/**
 * For each account, Region and way of calling: the team's peak, converted by its own mix of tokens. Peaks of several dependents
 * on one day are added, as if they fell in the same minute. Empty where no peak was published or a factor is not known.
 */
export function quotaNeeds(facts: QuotaFacts): readonly QuotaNeed[] {
  const { use, burndown, replacementBurndown, replacementId, quotas, today } = facts;
  if (burndown === null || replacementBurndown === null || replacementId === null) return [];

  const own = quotas.filter(({ modelId, unit }) => modelId === replacementId && unit === 'tokensPerMinute');
  return [...byWayOfCalling(use).values()].flatMap((group) => {
    const [first] = group;
    const peak = peakOf(group, today);
    if (!first || peak === null) return [];
    const { account, region, calledAs } = first.usage;
    const scope = scopeOf(calledAs);
    const output = outputShareOf(group);
    const weight = (factor: number) => 1 - output + factor * output;
    const need = wholeTokens((peak / weight(burndown.output)) * weight(replacementBurndown.output));
    const there = own.filter((one) => one.account === account && one.region === region);
    const quota = quotaFor(there, scope);
    return [{ account, region, scope, peak, need, quota, ask: quota && need > quota.value ? roundedUp(need) : null }];
  });
}

function byWayOfCalling(use: readonly TeamUse[]): ReadonlyMap<string, readonly TeamUse[]> {
  const groups = new Map<string, TeamUse[]>();
  for (const one of use) {
    const { account, region, calledAs } = one.usage;
    const key = [account, region, scopeOf(calledAs)].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups;
}

/** Which quota a call counts against. What an application inference profile copies is not seen in its ARN: most copy a geography's. */
function scopeOf(calledAs: string): ModelQuota['scope'] {
  if (/(?:^|\/)global\./.test(calledAs)) return 'globalCrossRegion';
  const acrossRegions = /^(?:us-gov|us|eu|apac|ap|jp|au|in|ca|sa|me)\.[a-z0-9-]+\.|inference-profile\//;
  return acrossRegions.test(calledAs) ? 'crossRegion' : 'onDemand';
}

/** The quota of the same scope; newer models have none on demand, and are called across Regions instead. */
function quotaFor(quotas: readonly ModelQuota[], scope: ModelQuota['scope']): ModelQuota | null {
  const order: readonly ModelQuota['scope'][] = [scope, 'crossRegion', 'globalCrossRegion', 'onDemand'];
  return order.flatMap((wanted) => quotas.filter((one) => one.scope === wanted))[0] ?? null;
}

function peakOf(use: readonly TeamUse[], today: CalendarDate): number | null {
  const byDay = new Map<CalendarDate, number>();
  for (const { usage, share } of use)
    for (const { day, peakQuotaTokens } of usage.days)
      if (peakQuotaTokens !== null && daysBetween(day, today) <= peakDays)
        byDay.set(day, (byDay.get(day) ?? 0) + peakQuotaTokens * share);
  return byDay.size === 0 ? null : Math.max(...byDay.values());
}

function outputShareOf(use: readonly TeamUse[]): number {
  const days = use.flatMap(({ usage, share }) => usage.days.map((one) => ({ ...one, share })));
  const output = days.reduce((sum, one) => sum + one.outputTokens * one.share, 0);
  const all = days.reduce((sum, one) => sum + (one.inputTokens + one.outputTokens) * one.share, 0);
  return all === 0 ? 0 : output / all;
}

/** Arithmetic leaves a hair more than there is: a quota that is met exactly suffices. */
function wholeTokens(value: number): number {
  return Math.ceil(value - 1e-6);
}

/** To two digits, which is as exact as a peak is. */
function roundedUp(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return Math.ceil(value / unit - 1e-9) * unit;
}
