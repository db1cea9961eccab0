import type { QuotaNeed } from '../domain/quota-need.ts';
import type { Markup } from './markup.ts';
import { regionName } from './words-lifecycle.ts';
import { rough } from './words-cost.ts';

/** Whether the replacement's quota is enough for the team's peak, and what to ask for now. */
export function quotaWords({ account, region, peak, need, quota, ask }: QuotaNeed, markup: Markup): string {
  const where = `${markup.code(account)}, ${regionName(region, markup)}`;
  const needs = `your peak of ${rough(peak)} tokens a minute on the old model counts as ${rough(need)} on the replacement`;
  if (quota === null) return `${where}: ${needs}; its quota is not known, look it up in Service Quotas.`;
  const name = `${markup.text(quota.name)} (${markup.code(quota.code)})`;
  if (ask === null) return `${where}: ${needs}; ${name} allows ${quota.value.toLocaleString('en-GB')}, which suffices.`;
  return `${where}: ${needs}; ${name} allows ${quota.value.toLocaleString('en-GB')}. ${markup.bold(`Ask for ${ask.toLocaleString('en-GB')} now`)}.`;
}

/** What must be asked for first, then what is not known, then what suffices. */
export function byUrgency(needs: readonly QuotaNeed[]): readonly QuotaNeed[] {
  const rank = ({ ask, quota }: QuotaNeed) => (ask !== null ? 0 : quota === null ? 1 : 2);
  return needs.toSorted((a, b) => rank(a) - rank(b) || b.need - a.need);
}
