import type { Case, Check } from '../../domain/cases/case.ts';
import { lastNumber } from '../../domain/scoring/last-number.ts';
import { schemaProblem } from '../scoring/json-schema.ts';
import { bertCheck } from '../../domain/scoring/bert-check.ts';
import type { FieldProblem } from './field-problem.ts';

/** What makes a case impossible to score, though each of its fields is as it should be. */
export async function caseProblems({ tools, checks, expected }: Case): Promise<readonly FieldProblem[]> {
  const problems: FieldProblem[] = [];
  for (const [place, { inputSchema }] of tools.entries()) {
    const problem = await schemaProblem(inputSchema);
    if (problem !== null) problems.push({ field: `tools.${place}.inputSchema`, problem });
  }
  for (const [place, check] of checks.entries()) {
    const problem =
      (check.kind === 'json-schema' && (await schemaProblem(check.value))) || comparisonProblem(check, expected);
    if (problem !== null) problems.push({ field: `checks.${place}.value`, problem });
  }
  return problems;
}

function comparisonProblem({ kind, value }: Check, expected: string | null): string | null {
  switch (kind) {
    case 'regex':
    case 'json-schema':
    case 'json-path':
      return null;
    case 'number': {
      const text = typeof value === 'string' ? value : expected;
      const isThere =
        (value !== undefined && typeof value !== 'string') || (text !== null && lastNumber(text) !== null);
      return isThere ? null : 'expected a number, here or in expected';
    }
    default:
      return (value === undefined || (kind === 'bert-score' && bertCheck({ kind, value }, null).reference === '')) &&
        (expected === null || expected.trim() === '')
        ? 'expected something to compare with, here or in expected'
        : null;
  }
}
