import type { Case } from '../../domain/cases/case.ts';
import type { FieldProblem } from './field-problem.ts';

/** In which form a record gives a case; each is recognised by its shape. */
export type CaseForm = 'case' | 'evaluation' | 'customization' | 'conversation' | 'batch' | 'invocationLog';

/** What came of a record: a case, a line that its writer must mend, or one that no case can be made of. */
export type Turned =
  | { readonly kind: 'case'; readonly case: Case; readonly leftOut: readonly string[] }
  | { readonly kind: 'bad'; readonly problems: readonly FieldProblem[] }
  | { readonly kind: 'unusable'; readonly reason: string };

/** A case of which only some parts are known. */
export function caseWith(parts: Partial<Case> & Pick<Case, 'id' | 'messages'>): Case {
  const expected = parts.expected ?? null;
  return {
    system: [],
    tools: [],
    toolChoice: null,
    inference: {},
    expected,
    checks: expected === null ? [] : [{ kind: 'exact' }],
    tags: {},
    ...parts,
  };
}
