import { utcDay } from '../domain/calendar-date.ts';
import { knowledgeOf } from '../domain/catalogue.ts';
import type { CallFailure } from '../domain/coverage.ts';
import { isPresent } from '../domain/coverage.ts';
import type { AnnouncedChange } from '../domain/lifecycle-changed.ts';
import { lifecycleChanged } from '../domain/lifecycle-changed.ts';
import type { ListingChange } from '../domain/listing-changes.ts';
import { newInListing, remembered, togetherByModel, unexplainedAbsences } from '../domain/listing-changes.ts';
import { mergeWords } from '../domain/merge-words.ts';
import { attempt } from '../adapters/inventory/attempt.ts';
import { placesOf } from './places.ts';
import type { RegionListing } from './read-listings.ts';
import { readListings } from './read-listings.ts';
import { scheduled } from './scheduled.ts';
import { sweepDeps } from './sweep-deps.ts';
import type { SweepDeps } from './sweep-ports.ts';

/** Called every hour by EventBridge Scheduler; see infrastructure/sweep.yml. */
export const handler = scheduled(sweepDeps, sweepLifecycles);

export interface LifecycleSweep {
  readonly changes: readonly AnnouncedChange[];
  readonly failures: readonly CallFailure[];
  /** What the API answered that was never seen before, by Region. */
  readonly drift: readonly { readonly region: string; readonly what: string }[];
}

/**
 * Compares what each Region offers with what it offered last, and announces what changed. What was announced is remembered only
 * afterwards: a sweep that is cut off announces again, which whoever hears it takes for what it knows already.
 */
export async function sweepLifecycles(deps: SweepDeps): Promise<LifecycleSweep> {
  const { places, failures: closed } = await placesOf(deps.survey, await deps.survey.accounts());
  const { listings, failures } = await readListings(deps.survey, places);
  const compared = await Promise.all(listings.map((listing) => compare(listing, deps)));

  const changes = await Promise.all(
    togetherByModel(compared.flatMap((one) => one.changes)).map((change) => withAccounts(change, deps)),
  );
  if (changes.length > 0) await deps.announce(changes.map(lifecycleChanged));
  for (const { remember } of compared) await remember();

  const swept: LifecycleSweep = {
    changes,
    failures: [...closed, ...failures, ...compared.flatMap((one) => one.failures)],
    drift: listings.flatMap(({ place: { region }, drift }) => drift.map((what) => ({ region, what }))),
  };
  for (const { region, what } of swept.drift) deps.log.error('The Bedrock API changed its shape', { region, what });
  for (const { ...failure } of swept.failures) deps.log.error('A place could not be read', { ...failure });
  return swept;
}

async function compare({ place, models }: RegionListing, { survey, store, catalogue, now }: SweepDeps) {
  const { region } = place;
  const before = await store.listing(region);
  const absences = unexplainedAbsences(
    before,
    models,
    (modelId) => mergeWords(knowledgeOf(modelId, catalogue, { words: [], withdrawals: [] }), [region]).dates.endOfLife,
    utcDay(now()),
  );
  const looked = await Promise.all(
    absences.map(async (modelId) => ({ modelId, ...(await attempt(survey.isStillOffered(place, modelId))) })),
  );
  const goneNow = looked.filter(({ value }) => value === false).map(({ modelId }) => modelId);
  const withdrawn = goneNow.flatMap((modelId): ListingChange[] => {
    const state = before.models[modelId];
    return state ? [{ ...state, modelId, regions: [region], withdrawn: true }] : [];
  });
  const after = remembered(before, models, {
    goneNow,
    // Whoever could not be asked is not gone either.
    stillOffered: looked.filter(({ value }) => value !== false).map(({ modelId }) => modelId),
  });

  return {
    changes: [...newInListing(before, models), ...withdrawn],
    failures: looked.flatMap(({ failure }): CallFailure[] =>
      failure ? [{ ...place, call: failure.call, error: failure.message }] : [],
    ),
    remember: async () => {
      if (JSON.stringify(after) !== JSON.stringify(before)) await store.putListing(after);
    },
  };
}

/** Whoever is known to use the model there; nobody, and the change is only remembered. */
async function withAccounts(change: ListingChange, { store }: SweepDeps): Promise<AnnouncedChange> {
  const { dependents } = await store.inventory(change.modelId);
  const there = dependents.filter(({ region }) => change.regions.includes(region));
  const accounts = [...new Set(there.map(({ account }) => account))].toSorted();
  const coverage = (await Promise.all(accounts.map((account) => store.coverage(account)))).flat();
  const present = new Set(there.filter((one) => isPresent(one, coverage)).map(({ account }) => account));
  return { ...change, accounts: [...present].toSorted() };
}
