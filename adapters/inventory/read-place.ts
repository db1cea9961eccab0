import type { CallFailure, Coverage, Place } from '../../domain/coverage.ts';
import type { Dependent, DependentKind } from '../../domain/dependent.ts';
import type { ModelQuota } from '../../domain/inventory.ts';
import { modelResolver } from '../../domain/model-links.ts';
import type { ModelUsage } from '../../domain/model-usage.ts';
import type { QuotaName } from '../../domain/quota-name.ts';
import type { CallError } from '../call-error.ts';
import type { Asking } from './asking.ts';
import { attempt } from './attempt.ts';
import { joined, settled } from './haul.ts';
import { callersOf, dependentIdOf, onDemandUse, usageOf } from './on-demand-use.ts';
import { placeParts } from './place-parts.ts';
import type { LogTerms } from './read-usage.ts';
import { readCallers, readMetrics } from './read-usage.ts';
import { resourceTags } from './resource-tags.ts';
import { modelQuotas } from './model-quotas.ts';

/** What a sweep wants to know beyond what is there. */
export interface PlaceTerms {
  /** Base models that are leaving: their use is asked for even where CloudWatch has stopped listing it. */
  readonly leaving: ReadonlySet<string>;
  readonly log: LogTerms;
  readonly quotaNamed: (name: string) => QuotaName | null;
}

/** Everything that uses a model in one place, and what could not be read. */
export interface PlaceReading {
  readonly coverage: Coverage;
  readonly dependents: readonly Dependent[];
  readonly usage: readonly ModelUsage[];
  readonly quotas: readonly ModelQuota[];
  /** Where tags or callers could not be read, what was known of them before still holds. */
  readonly unknown: { readonly tags: boolean; readonly callers: boolean };
}

/** Reads one account and Region. No failure of a call is thrown: it stands in the coverage, and its kind is not counted as swept. */
export async function readPlace(asking: Asking, terms: PlaceTerms): Promise<PlaceReading> {
  const { place, now } = asking;
  const seenAt = now.toUTC().toISO() ?? '';
  const [hauls, tags] = await Promise.all([
    Promise.all(placeParts.map((part) => settled(part.read(asking)))),
    attempt(resourceTags(asking)),
  ]);
  const { dependents: found, links, failures } = joined(hauls);
  const resolve = modelResolver(links);
  const metrics = await readMetrics(asking, aliasesOf(terms.leaving, links, resolve));
  const callers = metrics.uses.length > 0 ? await attempt(readCallers(asking, terms.log)) : null;

  const named = found.map((one): Dependent => ({
    pinnedBy: [],
    committedUntil: null,
    callers: [],
    ...place,
    seenAt,
    ...one,
    uses: one.uses.map((use) => ({ ...use, ...resolve(use.reference) })),
    tags: tags.value?.get(one.id) ?? tags.value?.get(unversioned(one.id)) ?? {},
  }));
  const known = new Map(named.map((dependent) => [dependent.id, dependent]));
  const metered = metrics.uses.map((use) => ({ use, id: dependentIdOf(place, use, known, resolve(use.calledAs)) }));
  const onDemand = metered
    .filter(({ id }) => !known.has(id))
    .map(({ use, id }) => onDemandUse(place, id, use, resolve(use.calledAs), seenAt));
  const idOf = (calledAs: string) =>
    dependentIdOf(place, { calledAs, endpoint: 'bedrock-runtime' }, known, resolve(calledAs));
  const dependents = [...named, ...onDemand].map((dependent) => ({
    ...dependent,
    callers: callersOf(dependent, callers?.value ?? [], idOf),
  }));
  const usage = metered.flatMap(({ use, id }) => usageOf(place, id, use, resolve(use.calledAs)));
  const concerned = dependents.some(({ uses }) =>
    uses.some(({ modelIds }) => modelIds.some((id) => terms.leaving.has(id))),
  );
  const quotas = concerned ? await attempt(modelQuotas(asking, terms.quotaNamed)) : null;

  const failed = [tags.failure, callers?.failure, quotas?.failure].filter((failure) => failure != null);
  return {
    dependents,
    usage,
    quotas: quotas?.value ?? [],
    unknown: { tags: tags.failure !== null, callers: callers?.failure != null },
    coverage: {
      ...place,
      attemptedAt: seenAt,
      swept: Object.fromEntries(sweptKinds(hauls, metrics.failures).map((kind) => [kind, seenAt])),
      failures: distinct([...failures, ...metrics.failures, ...failed].map((failure) => callFailure(place, failure))),
    },
  };
}

/** A role that cannot be assumed fails every call in the same way: it is told once. */
function distinct(failures: readonly CallFailure[]): readonly CallFailure[] {
  return [...new Map(failures.map((failure) => [`${failure.call} ${failure.error}`, failure])).values()];
}

/** The ARN of what a version is a version of: tags are on that, where the version has none of its own. */
function unversioned(arn: string): string {
  return arn.replace(/(?<=:(?:agent|flow|prompt)\/\w+):\d+$/, '');
}

/** The kinds of which everything was read. Use on demand is known only where the profiles it may go through are. */
function sweptKinds(
  hauls: readonly { readonly failures: readonly CallError[] }[],
  metricFailures: readonly CallError[],
): DependentKind[] {
  const whole = placeParts.flatMap(({ kinds }, index) => (hauls[index]?.failures.length === 0 ? kinds : []));
  return metricFailures.length === 0 && whole.includes('applicationInferenceProfile') ? [...whole, 'onDemand'] : whole;
}

/** The names under which leaving models can be called on demand: their own ids, and AWS's profiles. */
function aliasesOf(
  leaving: ReadonlySet<string>,
  links: ReturnType<typeof joined>['links'],
  resolve: ReturnType<typeof modelResolver>,
): readonly string[] {
  const profiles = links.flatMap(({ names }) => names.filter((name) => !name.startsWith('arn:')));
  return [...leaving, ...profiles.filter((name) => resolve(name).modelIds.some((id) => leaving.has(id)))];
}

export function callFailure(place: Place, { call, message }: CallError): CallFailure {
  return { ...place, call, error: message };
}
