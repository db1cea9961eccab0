import type { Place } from '../../domain/coverage.ts';
import type { Caller, Dependent, Purpose } from '../../domain/dependent.ts';
import type { ResolvedReference } from '../../domain/model-links.ts';
import type { ModelUsage } from '../../domain/model-usage.ts';
import type { CallerOf } from './callers.ts';
import type { MeteredUse } from './model-metrics.ts';

/** The dependent that a metered id stands for: the profile or deployment behind it, else use on demand of its own. */
export function dependentIdOf(
  { account, region }: Place,
  { calledAs, endpoint }: Pick<MeteredUse, 'calledAs' | 'endpoint'>,
  known: ReadonlyMap<string, Dependent>,
  resolved: ResolvedReference,
): string {
  const through = [calledAs, ...resolved.through].find((name) => known.has(name));
  return (
    through ?? ['on-demand', account, region, ...(endpoint === 'bedrock-mantle' ? ['mantle'] : []), calledAs].join('/')
  );
}

/** Use on demand as a dependent: a code path that nobody lists anywhere. */
export function onDemandUse(
  place: Place,
  id: string,
  { calledAs, endpoint }: MeteredUse,
  resolved: ResolvedReference,
  seenAt: string,
): Dependent {
  return {
    kind: 'onDemand',
    id,
    name: endpoint === 'bedrock-mantle' ? `${calledAs} on bedrock-mantle` : calledAs,
    ...place,
    uses: [{ reference: calledAs, purpose: purposeOf(resolved), ...resolved }],
    tags: {},
    callers: [],
    pinnedBy: [],
    committedUntil: null,
    seenAt,
  };
}

/** Metrics do not say what a model answers with; the ids of all that embed do. */
function purposeOf({ modelIds }: ResolvedReference): Purpose {
  return modelIds.length > 0 && modelIds.every((id) => id.includes('embed')) ? 'embedding' : 'inference';
}

/** A metered id's use of each model behind it. A profile has one model; where a router has several, all of its use counts for each. */
export function usageOf(
  place: Place,
  dependentId: string,
  use: MeteredUse,
  { modelIds }: ResolvedReference,
): readonly ModelUsage[] {
  return modelIds.map((modelId) => ({ modelId, dependentId, ...place, ...use }));
}

/** The callers of a dependent, those that passed different names for it taken together. */
export function callersOf(
  { id }: Dependent,
  callers: readonly CallerOf[],
  dependentOf: (calledAs: string) => string,
): readonly Caller[] {
  const found = new Map<string, Caller>();
  for (const { principal, requestMetadata, ...one } of callers.filter(({ calledAs }) => dependentOf(calledAs) === id)) {
    const key = JSON.stringify([principal, requestMetadata]);
    const known = found.get(key);
    found.set(key, {
      principal,
      requestMetadata,
      calls: one.calls + (known?.calls ?? 0),
      lastCalledAt: known && known.lastCalledAt > one.lastCalledAt ? known.lastCalledAt : one.lastCalledAt,
    });
  }
  return [...found.values()].toSorted((a, b) => b.calls - a.calls || a.principal.localeCompare(b.principal));
}
