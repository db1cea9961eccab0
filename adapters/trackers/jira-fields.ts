import type { JiraTracker, Priority } from '../../domain/tracker.ts';
import { clipped } from '../../templates/text.ts';
import type { Ticket } from '../../templates/ticket.ts';
import { HttpFailure } from './http-failure.ts';
import { keyLabel } from './key-label.ts';
import { withSection } from './jira-section.ts';
import { jiraFieldErrors } from './jira-words.ts';

/** Jira's own. @see https://support.atlassian.com/jira-cloud-administration/docs/configure-statuses-resolutions-and-priorities/ */
const priorityNames: Readonly<Record<Priority, string>> = {
  critical: 'Highest',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};

/** @see https://support.atlassian.com/jira/kb/summary-can-t-exceed-255-characters-error-in-jira/ */
const longestSummary = 255;

/** What a project may leave off its screens, so that tickets are opened without it. */
const dispensable: readonly string[] = ['priority', 'duedate', 'labels'];

export function summaryOf({ title }: Ticket): string {
  return clipped(title, longestSummary);
}

export function priorityOf(tracker: JiraTracker, { priority }: Ticket): string {
  return tracker.priorities[priority] ?? priorityNames[priority];
}

/** All that `priorityOf` may say. */
export function priorityNamesOf({ priorities }: JiraTracker): readonly string[] {
  return Object.values({ ...priorityNames, ...priorities });
}

/** The fields of a new issue: the team's own beside Sundial's. */
export function newFields(tracker: JiraTracker, key: string, ticket: Ticket): Readonly<Record<string, unknown>> {
  return {
    priority: { name: priorityOf(tracker, ticket) },
    ...(ticket.due !== null && { duedate: ticket.due }),
    ...tracker.fields,
    summary: summaryOf(ticket),
    description: doc(withSection([], key, ticket.parts)),
    labels: [...labelsOf(tracker), ...ticket.labels, keyLabel(key)],
  };
}

export function doc(content: readonly unknown[]): object {
  return { type: 'doc', version: 1, content };
}

function labelsOf({ fields }: JiraTracker): readonly unknown[] {
  const { labels } = fields;
  return Array.isArray(labels) ? labels : [];
}

/** Writes fields, and writes them once more without those that the project leaves off its screens and Sundial can do without. */
export async function withoutRefused<T>(
  fields: Readonly<Record<string, unknown>>,
  write: (fields: Readonly<Record<string, unknown>>, refused: readonly string[]) => Promise<T>,
): Promise<T> {
  try {
    return await write(fields, []);
  } catch (fault) {
    const refused =
      fault instanceof HttpFailure && fault.status === 400 ? Object.keys(jiraFieldErrors(fault.answer)) : [];
    if (refused.length === 0 || !refused.every((name) => dispensable.includes(name))) throw fault;
    return write(Object.fromEntries(Object.entries(fields).filter(([name]) => !refused.includes(name))), refused);
  }
}
