import { utcDay } from '../domain/calendar-date.ts';
import type { Configuration } from '../domain/configuration.ts';
import { leavingModels } from '../domain/leaving-models.ts';
import { quotaNames } from '../domain/quota-name.ts';
import type { PlaceTerms } from '../adapters/inventory/read-place.ts';
import type { LogTerms } from '../adapters/inventory/read-usage.ts';
import { once } from './once.ts';
import { placesOf } from './places.ts';
import { sweepDeps } from './sweep-deps.ts';
import { surveyPlaces, unread } from './survey-places.ts';
import type { SweepDeps } from './sweep-ports.ts';

/** What the state machine passes for each account; see state-machines/sweep.yml. */
export interface SweepAccountInput {
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
  const known = await deps.store.coverage(account);
  for (const { call, error } of failures) {
    deps.log.error('A place could not be read', { account, region: 'all', call, error });
    for (const { region } of known)
      await deps.store.putReading(unread({ account, region }, { call, message: error }, attemptedAt(deps)));
  }
  const left = places.filter(
    ({ region }) =>
      !known.some((one) => one.region === region && one.attemptedAt >= sweepId && one.failures.length === 0),
  );

  const terms = await placeTerms(deps);
  let failed = failures.length;
  await surveyPlaces(
    deps.survey,
    left,
    terms,
    () => attemptedAt(deps),
    async (reading) => {
      await deps.store.putReading(reading);
      failed += reading.coverage.failures.length;
      for (const one of reading.coverage.failures) deps.log.error('A place could not be read', { ...one });
    },
  );
  return { account, regions: places.length, failures: failed };
}

function attemptedAt({ now }: SweepDeps): string {
  return now().toUTC().toISO() ?? '';
}

/** What is to be asked of every place: models that leave, and what routes need to know of callers. */
async function placeTerms({
  store,
  configuration,
  catalogue,
  now,
}: Pick<SweepDeps, 'store' | 'configuration' | 'catalogue' | 'now'>): Promise<PlaceTerms> {
  return {
    leaving: leavingModels(catalogue, await store.listings(), utcDay(now())),
    log: logTerms(configuration),
    quotaNamed: quotaNames(catalogue),
  };
}

/** Whether the model invocation log may be read, and which metadata routes ask it for. */
export function logTerms({ routes, sweep }: Configuration): LogTerms {
  const keys = routes.flatMap(({ requestMetadata }) => Object.keys(requestMetadata ?? {}));
  return { allowed: sweep.invocationLogs, metadataKeys: [...new Set(keys)].toSorted() };
}
