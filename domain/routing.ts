import type { Configuration, Route } from './configuration.ts';
import type { Dependent } from './dependent.ts';
import { modelIdsOf } from './dependent.ts';
import type { Region } from './lifecycle.ts';
import { allRegions } from './lifecycle.ts';
import type { Affected } from './migration.ts';
import { fitsModel } from './model-pattern.ts';
import { ownershipsOf } from './ownership.ts';

/**
 * The team that owns a model's use in an account and Region, where nothing more is known of it; what no route claims is the default
 * team's. A route that asks for more (tags, profiles, callers) cannot be decided, and is passed over.
 */
export function teamFor(modelId: string, account: string, region: Region, configuration: Configuration): string {
  const route = configuration.routes.find((candidate) => claims(candidate, modelId, account, region));
  return route?.team ?? configuration.defaultTeam;
}

/**
 * What each team has of a notice. Where dependents of the model are known, it is their owners'; elsewhere the account and Region
 * decide. A notice about all Regions reaches every team that owns one of them: the Regions that routes name, or that hold
 * dependents, are asked for one by one, `all` stands for the rest.
 */
export function affectedByTeam(
  modelId: string,
  accounts: readonly string[],
  regions: readonly Region[],
  configuration: Configuration,
  dependents: readonly Dependent[] = [],
): ReadonlyMap<string, readonly Affected[]> {
  const owners = ownersByPlace(modelId, dependents, configuration);
  const named = configuration.routes.flatMap((route) => route.regions ?? []);
  const everywhere = regions.includes(allRegions);

  const byTeam = new Map<string, Affected[]>();
  for (const account of accounts) {
    const held = owners.get(account) ?? new Map<Region, ReadonlySet<string>>();
    const asked = everywhere ? [...new Set([allRegions, ...regions, ...named, ...held.keys()])] : regions;
    const rest = teamFor(modelId, account, allRegions, configuration);
    for (const region of asked) {
      for (const team of held.get(region) ?? [teamFor(modelId, account, region, configuration)]) {
        const coveredByRest = region !== allRegions && everywhere && team === rest;
        if (!coveredByRest) byTeam.set(team, [...(byTeam.get(team) ?? []), { account, region }]);
      }
    }
  }
  return byTeam;
}

/** The teams that own dependents of a model, by account and Region. */
function ownersByPlace(
  modelId: string,
  dependents: readonly Dependent[],
  configuration: Configuration,
): ReadonlyMap<string, ReadonlyMap<Region, ReadonlySet<string>>> {
  const byAccount = new Map<string, Map<Region, Set<string>>>();
  for (const dependent of dependents) {
    if (!modelIdsOf(dependent).includes(modelId)) continue;
    const byRegion = byAccount.get(dependent.account) ?? new Map<Region, Set<string>>();
    const teams = byRegion.get(dependent.region) ?? new Set<string>();
    for (const { team } of ownershipsOf(dependent, configuration)) teams.add(team);
    byAccount.set(dependent.account, byRegion.set(dependent.region, teams));
  }
  return byAccount;
}

function claims(route: Route, modelId: string, account: string, region: Region): boolean {
  return (
    asksNoMore(route) &&
    (route.accounts?.includes(account) ?? true) &&
    (route.regions?.includes(region) ?? true) &&
    (route.models?.some((pattern) => fitsModel(pattern, modelId)) ?? true)
  );
}

function asksNoMore({ tags, profiles, requestMetadata, principals }: Route): boolean {
  return [tags, profiles, requestMetadata, principals].every((condition) => condition === null);
}
