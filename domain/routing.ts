import type { Configuration, Route } from './configuration.ts';
import type { Region } from './lifecycle.ts';
import { allRegions } from './lifecycle.ts';
import type { Affected } from './migration.ts';
import { fitsModel } from './model-pattern.ts';

/** The team that owns a model's use in an account and Region; what no route claims is the default team's. */
export function teamFor(modelId: string, account: string, region: Region, configuration: Configuration): string {
  const route = configuration.routes.find((candidate) => claims(candidate, modelId, account, region));
  return route?.team ?? configuration.defaultTeam;
}

/**
 * What each team has of a notice. A notice about all Regions reaches every team that owns one of them: the Regions that routes
 * name are asked for one by one, `all` stands for the rest.
 */
export function affectedByTeam(
  modelId: string,
  accounts: readonly string[],
  regions: readonly Region[],
  configuration: Configuration,
): ReadonlyMap<string, readonly Affected[]> {
  const named = configuration.routes.flatMap((route) => route.regions ?? []);
  const asked = regions.includes(allRegions) ? [...new Set([allRegions, ...regions, ...named])] : regions;

  const byTeam = new Map<string, Affected[]>();
  for (const account of accounts) {
    const rest = teamFor(modelId, account, allRegions, configuration);
    for (const region of asked) {
      const team = teamFor(modelId, account, region, configuration);
      const coveredByRest = region !== allRegions && asked.includes(allRegions) && team === rest;
      if (!coveredByRest) byTeam.set(team, [...(byTeam.get(team) ?? []), { account, region }]);
    }
  }
  return byTeam;
}

function claims(route: Route, modelId: string, account: string, region: Region): boolean {
  return (
    (route.accounts?.includes(account) ?? true) &&
    (route.regions?.includes(region) ?? true) &&
    (route.models?.some((pattern) => fitsModel(pattern, modelId)) ?? true)
  );
}
