import type { Case } from '../../domain/cases/case.ts';
import type { BadLine } from './case-file-error.ts';
import { CaseFileError } from './case-file-error.ts';
import { caseProblems } from './case-problems.ts';
import type { FieldProblem } from './field-problem.ts';
import { plainCase } from './plain-case.ts';
import type { FileRecord } from './records-in.ts';
import { recordsIn } from './records-in.ts';

export interface ReadTerms {
  /** Is told of bad lines, which are then passed over; without it they make reading fail. */
  readonly skipped?: (bad: BadLine) => void;
}

/**
 * The cases of a file, one after another; memory holds their ids alone. Throws `CaseFileError` with every bad line, once the last line
 * is read: what must not begin before all is fine reads the file twice.
 */
export async function* readCases(file: string, { skipped }: ReadTerms = {}): AsyncGenerator<Case> {
  const ids = new Set<string>();
  const bad: BadLine[] = [];
  for await (const record of recordsIn(file)) {
    const read = await caseIn(record);
    const problems = 'id' in read ? (ids.has(read.id) ? [twice(read.id)] : []) : read;
    if (problems.length > 0) {
      const badLine = { file, line: record.line, problems };
      if (skipped) skipped(badLine);
      else bad.push(badLine);
    } else if ('id' in read) {
      ids.add(read.id);
      yield read;
    }
  }
  if (bad.length > 0) throw new CaseFileError(bad);
}

async function caseIn(record: FileRecord): Promise<Case | readonly FieldProblem[]> {
  if ('fault' in record) return [{ field: '', problem: record.fault }];
  const read = plainCase(record.value);
  if (!('id' in read)) return read;
  const problems = await caseProblems(read);
  return problems.length > 0 ? problems : read;
}

function twice(id: string): FieldProblem {
  return { field: 'id', problem: `expected an id of its own; ${id} is another case's` };
}
