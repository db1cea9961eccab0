import * as z from 'zod/mini';
import type { TicketRef } from '../../domain/migration.ts';

/** As far as Sundial asks. @see https://developer.pagerduty.com/api-reference/005299ed43553-get-an-incident */
export const Incident = z.object({
  id: z.string(),
  incident_number: z.number(),
  html_url: z.string(),
  incident_key: z.nullish(z.string()),
  status: z.string(),
  title: z.string(),
  urgency: z.optional(z.string()),
  priority: z.nullish(z.object({ id: z.string() })),
  assignments: z.optional(z.array(z.object({ assignee: z.object({ summary: z.nullish(z.string()) }) }))),
});
export type Incident = z.infer<typeof Incident>;

export function incidentPath({ id, key }: TicketRef): string {
  return `/incidents/${encodeURIComponent(id ?? key.replace('#', ''))}`;
}
