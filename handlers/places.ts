import type { CallFailure, Place } from '../domain/coverage.ts';
import { attempt } from '../adapters/inventory/attempt.ts';
import type { Survey } from './sweep-ports.ts';

export interface Places {
  readonly places: readonly Place[];
  /** Accounts whose Regions nobody would tell, or that could not be entered. */
  readonly failures: readonly CallFailure[];
}

/** Every account and Region of a sweep. An account that cannot be asked is a failure of its own, and stops nobody else. */
export async function placesOf(survey: Pick<Survey, 'regions'>, accounts: readonly string[]): Promise<Places> {
  const asked = await Promise.all(
    accounts.map(async (account) => ({ account, ...(await attempt(survey.regions(account))) })),
  );
  return {
    places: asked.flatMap(({ account, value }) => (value ?? []).map((region) => ({ account, region }))),
    failures: asked.flatMap(({ account, failure }) =>
      failure ? [{ account, region: 'all', call: failure.call, error: failure.message }] : [],
    ),
  };
}
