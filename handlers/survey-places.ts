import pLimit from 'p-limit';
import type { Place } from '../domain/coverage.ts';
import { attempt } from '../adapters/inventory/attempt.ts';
import type { CallError } from '../adapters/call-error.ts';
import type { PlaceReading, PlaceTerms } from '../adapters/inventory/read-place.ts';
import type { Survey } from './sweep-ports.ts';

/** Places read side by side: enough to keep the calls' own limit busy, few enough that memory holds only what is being read. */
const sideBySide = 16;

/** Reads places side by side and hands each on as it is done. A place that cannot be entered is read as unknown, never as empty. */
export async function surveyPlaces(
  survey: Pick<Survey, 'place'>,
  places: readonly Place[],
  terms: PlaceTerms,
  now: () => string,
  take: (reading: PlaceReading) => Promise<void> | void,
): Promise<void> {
  const limit = pLimit(sideBySide);
  await limit.map([...places], async (place) => {
    const { value, failure } = await attempt(survey.place(place, terms));
    await take(value ?? unread(place, failure, now()));
  });
}

/** A place of which nothing could be asked: nothing of it was seen, and nothing of it is gone. */
export function unread(
  place: Place,
  { call, message }: Pick<CallError, 'call' | 'message'>,
  attemptedAt: string,
): PlaceReading {
  return {
    dependents: [],
    usage: [],
    quotas: [],
    unknown: { tags: true, callers: true },
    coverage: { ...place, attemptedAt, swept: {}, failures: [{ ...place, call, error: message }] },
  };
}
