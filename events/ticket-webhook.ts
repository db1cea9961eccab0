import * as z from 'zod/mini';
import type { TicketNamed } from '../domain/ticket-changed.ts';
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
const JiraIssue = z.object({
  issue: z.optional(z.object({ key: z.string(), id: z.optional(z.string()), self: z.optional(z.url()) })),
});

/** What the business rule of docs/trackers.md sends. */
const ServiceNowRecord = z.object({
  number: z.string(),
  sys_id: z.optional(z.string()),
  instance: z.optional(z.url()),
});

/** https://developer.pagerduty.com/docs/webhooks-overview: `pagey.ping` has no incident. */
const PagerDutyEvent = z.object({
  event: z.object({
    data: z.nullish(z.object({ id: z.optional(z.string()), type: z.optional(z.string()) })),
  }),
});

/**
 * Which ticket a webhook is about; `null` where it is about none, as a ping. Nothing else of it is believed: what became of the ticket
 * is read from the tracker.
 */
export function ticketOfWebhook(tracker: WebhookTracker, payload: unknown): TicketNamed | null {
  switch (tracker) {
    case 'github': {
      const { repository, issue } = parsed(GitHubIssues, payload);
      return repository && issue ? { ticket: `${repository.full_name}#${issue.number}` } : null;
    }
    case 'jira': {
      const { issue } = parsed(JiraIssue, payload);
      return issue ? { ticket: issue.key, id: issue.id, address: originOf(issue.self) } : null;
    }
    case 'servicenow': {
      const { number: ticket, sys_id: id, instance } = parsed(ServiceNowRecord, payload);
      return { ticket, id, address: originOf(instance) };
    }
    case 'pagerduty': {
      const { data } = parsed(PagerDutyEvent, payload).event;
      return data?.id !== undefined && data.type?.startsWith('incident') === true ? { ticket: data.id } : null;
    }
  }
}

function originOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : new URL(url).origin;
}
