import type { Tracker } from '../domain/tracker.ts';
import { placeOf } from '../domain/tracker.ts';

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
  return placeName(placeOf(tracker));
}

/** The same by its place (`placeOf`), also of a tracker that nobody names any more. Of an address no more than its host. */
export function placeName(place: string): string {
  const [system = '', within] = place.split(' | ');
  const [kind = '', address = '', table = ''] = system.split(' ');
  const name = Object.entries(kindNames).find(([one]) => one === kind)?.[1] ?? kind;
  switch (kind) {
    case 'servicenow':
      return `${name} ${table}`;
    case 'opscenter':
      return address === 'here' ? name : `${name} ${address}`;
    case 'webhook':
      return `Webhook ${new URL(address).hostname}`;
    default:
      return `${name} ${within ?? address}`;
  }
}
