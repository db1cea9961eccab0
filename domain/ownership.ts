import type { Configuration, Route } from './configuration.ts';
import type { Caller, Dependent, DependentKind } from './dependent.ts';
import type { Claimed } from './route-conditions.ts';
import { firstUnheld } from './route-conditions.ts';

/** What one team has of a dependent. */
export interface Ownership {
  readonly team: string;
  /** Index of the route that decided; `null` where none did: the dependent is unowned, and the default team's to look after. */
  readonly route: number | null;
  readonly dependent: Dependent;
  /** The team's own callers; all of the dependent's where it is owned as a whole. */
  readonly callers: readonly Caller[];
  /**
   * The team's part of the dependent's use, 0 to 1: its part of the calls that were seen to come from known callers. Nobody counts
   * all calls by caller, so this is a share of a sample, taken to hold for calls and tokens alike.
   */
  readonly share: number;
}

/** Kinds whose use is that of their callers, who may belong to different teams. */
const calledDirectly: ReadonlySet<DependentKind> = new Set(['onDemand', 'applicationInferenceProfile']);

/**
 * Who owns a dependent: the team of the first route whose every condition holds. It is owned as a whole, except that use through
 * callers is decided caller by caller where some route asks who calls.
 */
export function ownershipsOf(dependent: Dependent, configuration: Configuration): readonly Ownership[] {
  const { callers } = dependent;
  const claims = claimsOf(dependent, configuration);
  const byDecision = new Map<number | null, Claimed[]>();
  for (const claimed of claims) {
    const route = routeOf(claimed, configuration.routes);
    byDecision.set(route, [...(byDecision.get(route) ?? []), claimed]);
  }
  const all = callsOf(callers);
  return [...byDecision].map(([route, claimed]) => {
    const own = claimed.flatMap(({ caller }) => caller ?? callers);
    const share = byDecision.size === 1 ? 1 : all > 0 ? callsOf(own) / all : own.length / callers.length;
    return { team: teamOf(route, configuration), route, dependent, callers: own, share };
  });
}

/** The parts of a dependent that are decided apart: each caller where a route asks who calls, else the whole. */
export function claimsOf(dependent: Dependent, { routes }: Configuration): readonly Claimed[] {
  const { kind, callers } = dependent;
  const byCaller = calledDirectly.has(kind) && callers.length > 0 && routes.some(asksWhoCalls);
  return byCaller ? callers.map((caller) => ({ dependent, caller })) : [{ dependent, caller: null }];
}

export function teamOf(route: number | null, { routes, defaultTeam }: Configuration): string {
  return (route === null ? undefined : routes[route]?.team) ?? defaultTeam;
}

function routeOf(claimed: Claimed, routes: readonly Route[]): number | null {
  const index = routes.findIndex((route) => firstUnheld(route, claimed) === null);
  return index < 0 ? null : index;
}

function asksWhoCalls({ principals, requestMetadata }: Route): boolean {
  return principals !== null || requestMetadata !== null;
}

function callsOf(callers: readonly Caller[]): number {
  return callers.reduce((sum, { calls }) => sum + calls, 0);
}
