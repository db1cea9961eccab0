import * as z from 'zod/mini';
import type { Dependent } from '../domain/dependent.ts';
import { dependentKinds } from '../domain/dependent.ts';

/** A file is not what `sundial sweep --json` writes; the message names the field. */
export class InventoryFileError extends Error {
  override readonly name = 'InventoryFileError';
}

const texts = z.record(z.string(), z.string());

/** Of an answer of `sundial sweep --json`, the dependents. */
const InventoryFile = z.object({
  dependents: z.array(
    z.object({
      kind: z.enum(dependentKinds),
      id: z.string(),
      name: z.string(),
      account: z.string(),
      region: z.string(),
      uses: z.array(
        z.object({
          reference: z.string(),
          modelIds: z.array(z.string()),
          through: z.array(z.string()),
          purpose: z.enum(['inference', 'embedding', 'parsing', 'reranking', 'customization', 'fallback']),
        }),
      ),
      tags: texts,
      callers: z.array(
        z.object({
          principal: z.string(),
          calls: z.number(),
          lastCalledAt: z.string(),
          requestMetadata: texts,
        }),
      ),
      pinnedBy: z.array(z.string()),
      committedUntil: z.nullable(z.string()),
      seenAt: z.string(),
    }),
  ),
});

/** Throws `InventoryFileError` that names the file and the field. */
export function readInventoryFile(text: string, file: string): readonly Dependent[] {
  const result = z.safeParse(InventoryFile, json(text, file));
  if (result.success) return result.data.dependents;
  const [issue] = result.error.issues;
  const field = issue?.path.map(String).join('.') || 'the document';
  throw new InventoryFileError(`${file}: ${field}: expected ${expectedBy(issue)}, as sundial sweep --json writes it`);
}

/** What should be there, in words; zod/mini brings none of its own. */
function expectedBy(issue: z.core.$ZodIssue | undefined): string {
  switch (issue?.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`;
    default:
      return 'something else';
  }
}

function json(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new InventoryFileError(`${file}: no JSON: ${why}`, { cause });
  }
}
