import { utcDay } from '../domain/calendar-date.ts';
import { leavingModels } from '../domain/leaving-models.ts';
import type { Place } from '../domain/coverage.ts';
import { quotaNames } from '../domain/quota-name.ts';
import { attempt } from '../adapters/inventory/attempt.ts';
import type { PlaceReading, PlaceTerms } from '../adapters/inventory/read-place.ts';
import { once } from './once.ts';
import { placesOf } from './places.ts';
import { sweepDeps } from './deps.ts';
import type { SweepDeps } from './sweep-ports.ts';

/** What the state machine passes for each account; see state-machines/sweep.yml. */
interface SweepAccountInput {
  /** When the sweep began, ISO: what was read since need not be read again. */
  readonly sweepId: string;
  readonly account: string;
}

/** What the state machine hears of an account; the rest stands in the store. */
export interface AccountSwept {
  readonly account: string;
  readonly regions: number;
  readonly failures: number;
}

const built = once(sweepDeps);

/** Called by Step Functions for each account; see state-machines/sweep.yml. */
export const handler = async (input: SweepAccountInput): Promise<AccountSwept> => sweepAccount(input, await built());

/**
 * Reads every Region of an account into the store, each as it is done. Called again for the same sweep it goes on with the Regions
 * that are left.
 */
export async function sweepAccount({ sweepId, account }: SweepAccountInput, deps: SweepDeps): Promise<AccountSwept> {
  const { places, failures } = await placesOf(deps.survey, [account]);
  for (const failure of failures) deps.log.error('A place could not be read', { ...failure });
  const known = await deps.store.coverage(account);
  const left = places.filter(({ region }) => !known.some((one) => one.region === region && one.attemptedAt >= sweepId));

  const terms = await placeTerms(deps);
  const read = await Promise.all(left.map((place) => sweepPlace(place, terms, deps)));
  return { account, regions: places.length, failures: failures.length + read.reduce((sum, one) => sum + one, 0) };
}

/** What is to be asked of every place: models that leave, and what routes need to know of callers. */
export async function placeTerms({
  store,
  configuration,
  catalogue,
  now,
}: Pick<SweepDeps, 'store' | 'configuration' | 'catalogue' | 'now'>): Promise<PlaceTerms> {
  const keys = configuration.routes.flatMap(({ requestMetadata }) => Object.keys(requestMetadata ?? {}));
  return {
    leaving: leavingModels(catalogue, await store.listings(), utcDay(now())),
    log: { allowed: configuration.sweep.invocationLogs, metadataKeys: [...new Set(keys)].toSorted() },
    quotaNamed: quotaNames(catalogue),
  };
}

async function sweepPlace(place: Place, terms: PlaceTerms, deps: SweepDeps): Promise<number> {
  const { value, failure } = await attempt(deps.survey.place(place, terms));
  const reading = value ?? unread(place, failure, deps);
  await deps.store.putReading(reading);
  for (const one of reading.coverage.failures) deps.log.error('A place could not be read', { ...one });
  return reading.coverage.failures.length;
}

/** An account that could not be entered: nothing of it was seen, and nothing of it is gone. */
function unread(place: Place, failure: { call: string; message: string }, { now }: SweepDeps): PlaceReading {
  const attemptedAt = now().toUTC().toISO() ?? '';
  const failures = [{ ...place, call: failure.call, error: failure.message }];
  return {
    dependents: [],
    usage: [],
    quotas: [],
    unknown: { tags: true, callers: true },
    coverage: { ...place, attemptedAt, swept: {}, failures },
  };
}
