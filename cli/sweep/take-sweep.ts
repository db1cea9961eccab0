import type { DateTime } from 'luxon';
import { attempt } from '../../adapters/inventory/attempt.ts';
import type { PlaceReading } from '../../adapters/inventory/read-place.ts';
import { utcDay } from '../../domain/calendar-date.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Configuration } from '../../domain/configuration.ts';
import type { CallFailure, Coverage } from '../../domain/coverage.ts';
import type { Dependent } from '../../domain/dependent.ts';
import type { ListedModel } from '../../domain/foundation-model.ts';
import type { ModelQuota } from '../../domain/inventory.ts';
import { leavingModels } from '../../domain/leaving-models.ts';
import { listedCatalogue } from '../../domain/listed-catalogue.ts';
import type { ModelUsage } from '../../domain/model-usage.ts';
import { quotaNames } from '../../domain/quota-name.ts';
import { placesOf } from '../../handlers/places.ts';
import { readListings } from '../../handlers/read-listings.ts';
import { logTerms } from '../../handlers/sweep-account.ts';
import { surveyPlaces } from '../../handlers/survey-places.ts';
import type { Survey } from '../../handlers/sweep-ports.ts';
import { progress } from '../progress.ts';

/** What one sweep saw, whole. */
export interface Sweep {
  readonly listed: readonly ListedModel[];
  /** The catalogue with what the API says. */
  readonly catalogue: Catalogue;
  readonly dependents: readonly Dependent[];
  readonly usage: readonly ModelUsage[];
  readonly quotas: readonly ModelQuota[];
  readonly coverage: readonly Coverage[];
  readonly failures: readonly CallFailure[];
  readonly drift: readonly string[];
  readonly places: number;
}

interface SweepTerms {
  readonly survey: Survey;
  readonly catalogue: Catalogue;
  readonly configuration: Configuration;
  readonly now: DateTime;
}

/** Reads everything and changes nothing: first what each Region offers, then who uses what in each account and Region. */
export async function takeSweep({ survey, catalogue, configuration, now }: SweepTerms): Promise<Sweep> {
  const asOf = now.toUTC().toISO() ?? '';
  const { value: accounts, failure: nobody } = await attempt(survey.accounts());
  const { places, failures: closed } = await placesOf(survey, accounts ?? []);
  const { listings, failures: unlisted } = await readListings(survey, places);
  const listed = listings.flatMap(({ models }) => models);
  const known = listedCatalogue(catalogue, listed, asOf);

  const terms = {
    leaving: leavingModels(known, [], utcDay(now)),
    log: logTerms(configuration),
    quotaNamed: quotaNames(known),
  };
  const readings: PlaceReading[] = [];
  const bar = progress('Accounts and Regions read', places.length);
  await surveyPlaces(
    survey,
    places,
    terms,
    () => asOf,
    (reading) => {
      readings.push(reading);
      bar.step(`${reading.coverage.account} ${reading.coverage.region}`);
    },
  );
  bar.end();
  // Places answer in any order; what is told of them does not depend on it.
  readings.sort((a, b) => placeOf(a).localeCompare(placeOf(b)));

  const coverage = readings.map((reading) => reading.coverage);
  return {
    listed,
    catalogue: known,
    dependents: readings.flatMap(({ dependents }) => dependents),
    usage: readings.flatMap(({ usage }) => usage),
    quotas: readings.flatMap(({ quotas }) => quotas),
    coverage,
    failures: distinct([
      ...(nobody ? [{ account: 'all', region: 'all', call: nobody.call, error: nobody.message }] : []),
      ...closed,
      ...unlisted,
      ...coverage.flatMap(({ failures }) => failures),
    ]),
    drift: [...new Set(listings.flatMap(({ drift }) => drift))],
    places: places.length,
  };
}

/** A role that cannot be assumed fails the list of models in the same way as all else: it is told once. */
function distinct(failures: readonly CallFailure[]): readonly CallFailure[] {
  return [
    ...new Map(failures.map((one) => [JSON.stringify([one.account, one.region, one.call, one.error]), one])).values(),
  ];
}

function placeOf({ coverage: { account, region } }: PlaceReading): string {
  return `${account} ${region}`;
}
