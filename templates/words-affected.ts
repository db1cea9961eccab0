import { allRegions } from '../domain/lifecycle.ts';
import type { Affected } from '../domain/migration.ts';
import { counted } from './text.ts';

export interface AffectedAccount {
  readonly account: string;
  readonly regions: readonly string[];
}

/** Each account once, with the Regions it is affected in. */
export function affectedAccounts(affected: readonly Affected[]): readonly AffectedAccount[] {
  const regions = new Map<string, Set<string>>();
  for (const { account, region } of affected) regions.set(account, (regions.get(account) ?? new Set()).add(region));
  return [...regions]
    .map(([account, set]) => ({ account, regions: [...set].toSorted(byName) }))
    .toSorted((a, b) => byName(a.account, b.account));
}

export function affectedRegions(affected: readonly Affected[]): readonly string[] {
  return [...new Set(affected.map(({ region }) => region))].toSorted(byName);
}

/** `3 accounts in 2 Regions`, `1 account in all Regions`. */
export function affectedCounts(affected: readonly Affected[]): string {
  if (affected.length === 0) return 'no account is named by any notice';
  const regions = affectedRegions(affected);
  const accounts = counted(affectedAccounts(affected).length, 'account');
  return `${accounts} in ${regions.includes(allRegions) ? 'all Regions' : counted(regions.length, 'Region')}`;
}

/** `ap-southeast-2` before `ap-southeast-10`. */
function byName(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
