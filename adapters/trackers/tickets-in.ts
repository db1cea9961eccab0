import type { DateTime } from 'luxon';
import type { Tracker } from '../../domain/tracker.ts';
import type { Patience } from '../patience.ts';
import { defaultPatience } from '../patience.ts';

/** How trackers are reached. */
export interface TrackerAccess {
  /** What a tracker of a kind asks for: a token, or what docs/trackers.md says. */
  readonly credential: (kind: Tracker['kind']) => Promise<string>;
  /** Where a kind of tracker is that has one public address, if elsewhere. */
  readonly address?: (kind: Tracker['kind']) => string | null;
  readonly now: () => DateTime;
  readonly patience?: Patience;
  /** Of one call. */
  readonly timeoutMs?: number;
}

/** The tickets in a tracker. Only that tracker's client is loaded. */
export async function ticketsIn(tracker: Tracker, access: TrackerAccess) {
  const { credential, address = () => null, now, patience = defaultPatience, timeoutMs } = access;
  switch (tracker.kind) {
    case 'github': {
      const { githubIssues } = await import('./github-issues.ts');
      const { githubClient } = await import('./github-client.ts');
      const baseUrl = address('github');
      const token = await credential('github');
      const client = githubClient({ token, ...(baseUrl && { baseUrl }), ...(timeoutMs && { timeoutMs }) });
      return githubIssues(client, tracker.repository, patience);
    }
    case 'jira': {
      const { jiraIssues } = await import('./jira-issues.ts');
      const { jiraClient } = await import('./jira-client.ts');
      const secret = await credential('jira');
      const elsewhere = address('jira');
      const where = elsewhere === null ? tracker : { site: elsewhere };
      const client = jiraClient({ ...where, credential: secret, timeoutMs });
      return jiraIssues(client, tracker, secret, patience);
    }
    case 'servicenow': {
      const { servicenowTickets } = await import('./servicenow-tickets.ts');
      const { servicenowClient } = await import('./servicenow-client.ts');
      const secret = await credential('servicenow');
      const instance = address('servicenow') ?? tracker.instance;
      return servicenowTickets(
        servicenowClient({ instance, credential: secret, timeoutMs }),
        tracker,
        secret,
        patience,
      );
    }
    case 'pagerduty': {
      const { pagerdutyTickets } = await import('./pagerduty-tickets.ts');
      const { pagerdutyClient } = await import('./pagerduty-client.ts');
      const token = await credential('pagerduty');
      const client = pagerdutyClient({ token, from: tracker.from, baseUrl: address('pagerduty'), timeoutMs });
      return pagerdutyTickets(client, tracker, token, patience);
    }
    case 'webhook': {
      const { webhookIn } = await import('./webhook-in.ts');
      return webhookIn(address('webhook') ?? tracker.url, await credential('webhook'), { now, patience, timeoutMs });
    }
    case 'opscenter': {
      const { opscenterTickets } = await import('./opscenter-tickets.ts');
      const { opscenterClient } = await import('./opscenter-client.ts');
      const client = opscenterClient({ region: tracker.region, endpoint: address('opscenter'), timeoutMs });
      return opscenterTickets(client, patience);
    }
  }
}
