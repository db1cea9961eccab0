import type { Patience } from '../patience.ts';
import { patientWith } from '../patience.ts';
import type { TrackerWords } from './tracker-failure.ts';
import { failingIn, httpOutlook } from './tracker-failure.ts';

/** What a call is about: a ticket that is not there is gone; a place that is not there was never right. */
export type About = { readonly ticket: string } | { readonly place: string };

export type PatientCalls = ReturnType<typeof patientCalls>;

/** Calls of a tracker over HTTP, each with patience; what fails for good is a `TrackerError` in the tracker's own words. */
export function patientCalls(words: TrackerWords, patience: Patience) {
  const failing = failingIn(words);
  return patientWith(patience, httpOutlook, (about: About) =>
    'ticket' in about ? failing(about.ticket) : failing(about.place, 'place'),
  );
}
