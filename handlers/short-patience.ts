import type { TrackerAccess } from '../adapters/trackers/tickets-in.ts';

/**
 * Of those for whom a person waits: what a tracker does not do in two tries of three seconds it owes, and the daily tick has more
 * patience. Three trackers that hang leave the function behind Slack a third of its 30 seconds.
 */
export const shortPatience = {
  patience: { attempts: 2, firstPauseMs: 200, longestMs: 500 },
  timeoutMs: 3_000,
} satisfies Pick<TrackerAccess, 'patience' | 'timeoutMs'>;
