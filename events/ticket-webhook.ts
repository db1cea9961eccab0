import * as z from 'zod/mini';
import { parsed } from './parsed.ts';

/** Trackers that say by themselves when a ticket changed. */
export const webhookTrackers = ['github', 'jira', 'servicenow', 'pagerduty'] as const;
export type WebhookTracker = (typeof webhookTrackers)[number];

/** https://docs.github.com/en/webhooks/webhook-events-and-payloads#issues */
const GitHubIssues = z.object({
  repository: z.optional(z.object({ full_name: z.string() })),
  issue: z.optional(z.object({ number: z.number() })),
});

/** https://developer.atlassian.com/cloud/jira/platform/webhooks/ */
const JiraIssue = z.object({ issue: z.optional(z.object({ key: z.string() })) });

/** What the business rule of docs/trackers.md sends. */
const ServiceNowRecord = z.object({ number: z.string() });

/** https://developer.pagerduty.com/docs/webhooks-overview: `pagey.ping` has no incident. */
const PagerDutyEvent = z.object({
  event: z.object({
    data: z.nullish(z.object({ id: z.optional(z.string()), type: z.optional(z.string()) })),
  }),
});

/**
 * Which ticket a webhook is about, by its key or id; `null` where it is about none, as a ping. Nothing else of it is believed: what
 * became of the ticket is read from the tracker.
 */
export function ticketOfWebhook(tracker: WebhookTracker, payload: unknown): string | null {
  switch (tracker) {
    case 'github': {
      const { repository, issue } = parsed(GitHubIssues, payload);
      return repository && issue ? `${repository.full_name}#${issue.number}` : null;
    }
    case 'jira':
      return parsed(JiraIssue, payload).issue?.key ?? null;
    case 'servicenow':
      return parsed(ServiceNowRecord, payload).number;
    case 'pagerduty': {
      const { data } = parsed(PagerDutyEvent, payload).event;
      return data?.type?.startsWith('incident') === true ? (data.id ?? null) : null;
    }
  }
}
