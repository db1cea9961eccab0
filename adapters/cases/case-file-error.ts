import type { FieldProblem } from './field-problem.ts';

/** A line that holds no case, and why. */
export interface BadLine {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly problems: readonly FieldProblem[];
}

const shown = 20;

/** A file holds lines that are no cases; the message names each with file, line, field and what was expected, the first 20. */
export class CaseFileError extends Error {
  override readonly name = 'CaseFileError';
  readonly bad: readonly BadLine[];

  constructor(bad: readonly BadLine[]) {
    const more = bad.length - shown;
    const lines = bad.slice(0, shown).flatMap(badLineText);
    super([...lines, ...(more > 0 ? [`and ${more} more bad line${more > 1 ? 's' : ''}`] : [])].join('\n'));
    this.bad = bad;
  }
}

/** A line of text for each problem. */
export function badLineText({ file, line, problems }: BadLine): readonly string[] {
  return problems.map(({ field, problem }) => `${file}:${line}: ${field === '' ? '' : `${field}: `}${problem}`);
}

/** A file is not there, or cannot be read or unpacked. */
export class CaseFileUnreadableError extends Error {
  override readonly name = 'CaseFileUnreadableError';

  constructor(file: string, cause: unknown) {
    super(`${file}: cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
