import type { CallFailure, Place } from '../domain/coverage.ts';
import { attempt } from '../adapters/inventory/attempt.ts';
import type { Listing } from '../adapters/inventory/foundation-models.ts';
import type { Survey } from './sweep-ports.ts';

export interface RegionListing extends Listing {
  /** Who was asked: a Region's list is the same for every account. */
  readonly place: Place;
}

export interface Listings {
  readonly listings: readonly RegionListing[];
  /** Regions that no account could read: what they offer is unknown. */
  readonly failures: readonly CallFailure[];
}

/** What each Region offers, asked once for each Region; when one account cannot, the next one is asked. */
export async function readListings(survey: Pick<Survey, 'listing'>, places: readonly Place[]): Promise<Listings> {
  const regions = [...new Set(places.map(({ region }) => region))];
  const read = await Promise.all(
    regions.map((region) =>
      firstListing(
        survey,
        places.filter((place) => place.region === region),
      ),
    ),
  );
  return { listings: read.flatMap(({ listings }) => listings), failures: read.flatMap(({ failures }) => failures) };
}

async function firstListing(survey: Pick<Survey, 'listing'>, candidates: readonly Place[]): Promise<Listings> {
  const failures: CallFailure[] = [];
  for (const place of candidates) {
    const { value, failure } = await attempt(survey.listing(place));
    if (failure === null) return { listings: [{ ...value, place }], failures: [] };
    failures.push({ ...place, call: failure.call, error: failure.message });
  }
  return { listings: [], failures };
}
