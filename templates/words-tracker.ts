import type { Tracker } from '../domain/tracker.ts';

const kindNames: Readonly<Record<Tracker['kind'], string>> = {
  github: 'GitHub',
  jira: 'Jira',
  servicenow: 'ServiceNow',
  pagerduty: 'PagerDuty',
  opscenter: 'OpsCenter',
  webhook: 'webhooks',
};

export function trackerKindName(kind: Tracker['kind']): string {
  return kindNames[kind];
}

/** A tracker as people call it, and where in it: `GitHub acme/payments`, `Jira PAY`. */
export function trackerName(tracker: Tracker): string {
  switch (tracker.kind) {
    case 'github':
      return `GitHub ${tracker.repository}`;
    case 'jira':
      return `Jira ${tracker.project}`;
    case 'servicenow':
      return `ServiceNow ${tracker.table}`;
    case 'pagerduty':
      return `PagerDuty ${tracker.service}`;
    case 'opscenter':
      return tracker.region === null ? 'OpsCenter' : `OpsCenter ${tracker.region}`;
    case 'webhook':
      return `Webhook ${new URL(tracker.url).hostname}`;
  }
}
