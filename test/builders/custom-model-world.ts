import { DateTime } from 'luxon';
import type { ImportPolicyKind } from '../../domain/custom-models/import-policies.ts';
import { importStory } from '../../local/aws/custom-models/import-story.ts';
import { promotionStory } from '../../local/aws/custom-models/promotion-story.ts';
import { importTerms } from './import-terms.ts';

/** The simulated import, with all policies attached but those left out, and a clock that `pass` moves, and every look at it if `tick` says so. */
export function aCustomModelWorld(leftOut: readonly ImportPolicyKind[] = [], terms = importTerms(), tick = 0) {
  let now = DateTime.fromISO('2026-11-20T09:00:00Z', { zone: 'utc' });
  const look = () => (now = now.plus({ minutes: tick }));
  return {
    ...importStory(look, leftOut, terms),
    promotion: promotionStory(look),
    terms,
    now: () => now,
    /** As `wait` of whoever follows a job. */
    pass: (milliseconds: number) => {
      now = now.plus({ milliseconds });
      return Promise.resolve();
    },
  };
}
