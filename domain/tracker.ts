/** Values of a tracker's own fields, by the name its API gives them; sent as they stand. */
export type TrackerFields = Readonly<Record<string, unknown>>;

export interface GitHubTracker {
  readonly kind: 'github';
  /** `owner/name`. */
  readonly repository: string;
}

/** Jira Cloud; Jira Service Management too, where a service desk and request type are named. */
export interface JiraTracker {
  readonly kind: 'jira';
  /** `https://example-corp.atlassian.net`. */
  readonly site: string;
  /** The site's id, by which a token with scopes reaches it; absent for a token without. */
  readonly cloudId?: string;
  /** The project's key, such as `PAY`. */
  readonly project: string;
  /** Name of an issue type of the project. */
  readonly issueType: string;
  /** Fields that the project requires, or that the team wants filled. */
  readonly fields: TrackerFields;
  /** Names of the site's priorities, where they are not Jira's own. */
  readonly priorities: Readonly<Partial<Record<Priority, string>>>;
  /** `null` opens an issue through Jira itself. */
  readonly serviceDesk: { readonly id: string; readonly requestType: string } | null;
}

export interface ServiceNowTracker {
  readonly kind: 'servicenow';
  /** `https://example.service-now.com`. */
  readonly instance: string;
  readonly table: 'incident' | 'change_request';
  readonly fields: TrackerFields;
}

/** An incident that pages; the ticket itself is usually kept elsewhere. */
export interface PagerDutyTracker {
  readonly kind: 'pagerduty';
  /** Id of the service, `P…`. */
  readonly service: string;
  /** E-mail address of a PagerDuty user, in whose name the API acts. */
  readonly from: string;
  /** Priorities as the account names them; PagerDuty has none of its own. */
  readonly priorities: Readonly<Partial<Record<Priority, string>>>;
}

/** OpsItems in AWS Systems Manager OpsCenter. */
export interface OpsCenterTracker {
  readonly kind: 'opscenter';
  /** `null` is the Region that Sundial runs in. */
  readonly region: string | null;
}

/** Anything else: each change of a ticket is sent there, signed. */
export interface WebhookTracker {
  readonly kind: 'webhook';
  readonly url: string;
}

/** Where a team's tickets go. */
export type Tracker =
  GitHubTracker | JiraTracker | ServiceNowTracker | PagerDutyTracker | OpsCenterTracker | WebhookTracker;

/** Of a team that names none: what every AWS account has. */
export const defaultTracker: Tracker = { kind: 'opscenter', region: null };

export type Priority = 'critical' | 'high' | 'medium' | 'low';

/** Whether one ticket can stand below another there. */
export function knowsParents({ kind }: Tracker): boolean {
  return kind === 'github' || kind === 'jira' || kind === 'servicenow';
}

/** Where a ticket's own name is enough to find it. */
export function systemOf(tracker: Tracker): string {
  switch (tracker.kind) {
    case 'github':
    case 'pagerduty':
      return tracker.kind;
    case 'jira':
      return `jira ${tracker.site}`;
    case 'servicenow':
      return `servicenow ${tracker.instance} ${tracker.table}`;
    case 'opscenter':
      return `opscenter ${tracker.region ?? 'here'}`;
    case 'webhook':
      return `webhook ${tracker.url}`;
  }
}

/** Tells one tracker from another: the system and where in it. What else is configured may change without a new ticket. */
export function placeOf(tracker: Tracker): string {
  const system = systemOf(tracker);
  switch (tracker.kind) {
    case 'github':
      return `${system} | ${tracker.repository}`;
    case 'jira':
      return `${system} | ${tracker.project}`;
    case 'pagerduty':
      return `${system} | ${tracker.service}`;
    default:
      return system;
  }
}
