import type { BreakKind } from '../../domain/comparison/outcome.ts';
import type { CaseBreak } from '../../domain/comparison/paired-breaks.ts';

/** The cases of each kind, the commonest kind first. */
export function breaksByKind(breaks: readonly CaseBreak[]): (readonly [BreakKind, readonly string[]])[] {
  const kinds = new Map<BreakKind, string[]>();
  for (const { kind, caseId } of breaks) {
    const ids = kinds.get(kind) ?? [];
    ids.push(caseId);
    kinds.set(kind, ids);
  }
  return [...kinds].toSorted(([, a], [, b]) => b.length - a.length);
}
