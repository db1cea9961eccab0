import * as z from 'zod/mini';
import { UnreadableEventError } from './unreadable-event.ts';

/** The value a schema reads; throws `UnreadableEventError` naming the first field that does not fit. */
export function parsed<Schema extends z.ZodMiniType>(schema: Schema, event: unknown): z.output<Schema> {
  const result = z.safeParse(schema, event);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new UnreadableEventError(issue?.path.map(String).join('.') || 'event', expectation(issue));
}

function expectation(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === 'invalid_type') return `expected ${issue.expected}`;
  return issue?.message && issue.message !== 'Invalid input' ? issue.message : 'has an unexpected shape';
}
