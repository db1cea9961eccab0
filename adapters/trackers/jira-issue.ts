import * as z from 'zod/mini';
import type { TicketRef } from '../../domain/migration.ts';
import type { AtlassianNode } from '../../templates/formats/atlassian-node.ts';

/** The property of issues and comments that holds Sundial's key. */
export const issueProperty = 'sundial';

export const Node: z.ZodMiniType<AtlassianNode> = z.lazy(() =>
  z.looseObject({
    type: z.string(),
    attrs: z.exactOptional(z.record(z.string(), z.unknown())),
    content: z.exactOptional(z.array(Node)),
    text: z.exactOptional(z.string()),
    marks: z.exactOptional(
      z.array(z.looseObject({ type: z.string(), attrs: z.exactOptional(z.record(z.string(), z.unknown())) })),
    ),
  }),
);

/** An issue as Jira answers it, as far as Sundial asks. */
export const Issue = z.object({
  id: z.string(),
  key: z.string(),
  properties: z.optional(z.record(z.string(), z.object({ key: z.optional(z.string()) }))),
  fields: z.object({
    description: z.nullish(z.looseObject({ content: z.array(Node) })),
    summary: z.optional(z.string()),
    priority: z.nullish(z.object({ name: z.string() })),
    duedate: z.nullish(z.string()),
    labels: z.optional(z.array(z.string())),
    attachment: z.optional(z.array(z.object({ id: z.string(), filename: z.string() }))),
    parent: z.nullish(z.object({ id: z.string() })),
    issuelinks: z.optional(
      z.array(
        z.object({
          inwardIssue: z.optional(z.object({ id: z.string() })),
          outwardIssue: z.optional(z.object({ id: z.string() })),
        }),
      ),
    ),
    status: z.optional(z.object({ statusCategory: z.object({ key: z.string() }) })),
    assignee: z.nullish(z.object({ displayName: z.string() })),
  }),
});
export type Issue = z.infer<typeof Issue>;

/** Where an issue is in the API; its id stays when somebody moves it to another project. */
export function issuePath({ id, key }: TicketRef): string {
  return `/rest/api/3/issue/${encodeURIComponent(id ?? key)}`;
}
