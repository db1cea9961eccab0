import { DateTime } from 'luxon';
import type { ImportPolicyKind } from '../../domain/custom-models/import-policies.ts';
import { importStory } from '../../local/aws/custom-models/import-story.ts';
import { importTerms } from './import-terms.ts';

/** The simulated import, with all policies attached but those left out, and a clock that only `pass` moves. */
export function aCustomModelWorld(leftOut: readonly ImportPolicyKind[] = [], terms = importTerms()) {
  let now = DateTime.fromISO('2026-11-20T09:00:00Z', { zone: 'utc' });
  return {
    ...importStory(() => now, leftOut, terms),
    terms,
    now: () => now,
    /** As `wait` of whoever follows a job. */
    pass: (milliseconds: number) => {
      now = now.plus({ milliseconds });
      return Promise.resolve();
    },
  };
}
