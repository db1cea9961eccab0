import type { JiraTracker } from '../../domain/tracker.ts';
import type { Ticket } from '../../templates/ticket.ts';
import { doc, priorityOf, summaryOf } from './jira-fields.ts';
import type { Issue } from './jira-issue.ts';
import { isSame, withSection } from './jira-section.ts';
import { keyLabel } from './key-label.ts';

/** What an issue lacks to say what the ticket says. Fields that its project does not have, or that the team fills itself, stay as they are. */
export function changedFields(
  tracker: JiraTracker,
  { fields: now }: Issue,
  key: string,
  ticket: Ticket,
): { readonly fields: Readonly<Record<string, unknown>>; readonly labels: readonly string[] } {
  const before = now.description?.content ?? [];
  const after = withSection(before, key, ticket.parts);
  const priority = priorityOf(tracker, ticket);
  const isOurs = (name: 'priority' | 'duedate') => name in now && !(name in tracker.fields);
  return {
    fields: {
      ...(now.summary !== summaryOf(ticket) && { summary: summaryOf(ticket) }),
      ...(!isSame(before, after) && { description: doc(after) }),
      ...(isOurs('priority') && now.priority?.name !== priority && { priority: { name: priority } }),
      ...(isOurs('duedate') && (now.duedate ?? null) !== ticket.due && { duedate: ticket.due }),
    },
    labels: now.labels ? [...ticket.labels, keyLabel(key)].filter((label) => !now.labels?.includes(label)) : [],
  };
}
