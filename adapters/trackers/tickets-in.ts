import type { Tracker } from '../../domain/tracker.ts';
import type { Patience } from '../patience.ts';
import { defaultPatience } from '../patience.ts';

/** How trackers are reached. */
export interface TrackerAccess {
  /** What a tracker of a kind asks for: a token, or what docs/trackers.md says. */
  readonly credential: (kind: Tracker['kind']) => Promise<string>;
  /** Where a kind of tracker is that has one public address, if elsewhere. */
  readonly address?: (kind: Tracker['kind']) => string | null;
  readonly patience?: Patience;
}

/** The tickets in a tracker. Only that tracker's client is loaded. */
export async function ticketsIn(tracker: Tracker, access: TrackerAccess) {
  const { credential, address = () => null, patience = defaultPatience } = access;
  switch (tracker.kind) {
    case 'github': {
      const { githubIssues } = await import('./github-issues.ts');
      const { githubClient } = await import('./github-client.ts');
      const baseUrl = address('github');
      const client = githubClient({ token: await credential('github'), ...(baseUrl && { baseUrl }) });
      return githubIssues(client, tracker.repository, patience);
    }
    default:
      throw new Error(`${tracker.kind} is no tracker that Sundial speaks with yet`);
  }
}
