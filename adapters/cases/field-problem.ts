import type * as z from 'zod/mini';

/** What is wrong in one field of a record, and what was expected there. */
export interface FieldProblem {
  /** As in `checks.0.value`; empty for the whole record. */
  readonly field: string;
  readonly problem: string;
}

/** A field that nobody knows is a problem at that field, not of what holds it. */
export function fieldProblems(record: unknown, issue: z.core.$ZodIssue): FieldProblem[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      field: [...issue.path, key].join('.'),
      problem: 'there is no field of this name here',
    }));
  const missing = issue.path.length > 0 && valueIn(record, issue.path) === undefined;
  return [{ field: issue.path.join('.'), problem: `${expectation(issue)}${missing ? ', but it is missing' : ''}` }];
}

function expectation(issue: z.core.$ZodIssue): string {
  if (issue.message !== 'Invalid input') return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${issue.expected}`;
    case 'invalid_value':
      return `expected ${issue.values.map(String).join(', ')}`;
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? `expected one of ${issue.options.join(', ')}`
        : 'expected something else';
    default:
      return 'expected something else';
  }
}

function valueIn(record: unknown, path: readonly PropertyKey[]): unknown {
  let here = record;
  for (const key of path) here = (here as Readonly<Record<PropertyKey, unknown>> | null | undefined)?.[key];
  return here;
}
