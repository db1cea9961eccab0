import type { Tracker } from '../domain/tracker.ts';

/** The repository of the simulated GitHub that stands in for a tracker nobody gave credentials for. */
export function standInFor(tracker: Tracker): string {
  switch (tracker.kind) {
    case 'github':
      return tracker.repository;
    case 'jira':
      return `jira/${tracker.project}`;
    case 'servicenow':
      return `servicenow/${tracker.table}`;
    case 'pagerduty':
      return `pagerduty/${tracker.service}`;
    case 'opscenter':
      return 'sundial/migrations';
    case 'webhook':
      return `webhook/${new URL(tracker.url).hostname}`;
  }
}
