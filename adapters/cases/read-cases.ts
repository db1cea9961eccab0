import { basename } from 'node:path';
import type { Case } from '../../domain/cases/case.ts';
import type { PersonalKind } from '../../domain/cases/personal-data.ts';
import { admission } from './admission.ts';
import type { BadLine } from './case-file-error.ts';
import { CaseFileError } from './case-file-error.ts';
import type { CaseForm } from './case-form.ts';
import type { FileRecord } from './records-in.ts';
import type { BodyAt } from './large-body.ts';
import { recordsIn } from './records-in.ts';
import { turnedRecord } from './turned-record.ts';

export interface ReadTerms {
  /** Is told of bad lines, which are then passed over; without it they make reading fail. */
  readonly skipped?: (bad: BadLine) => void;
  /** Is told what else happens on the way. */
  readonly told?: (news: ReadNews) => void;
  /** Follows bodies of the invocation log that lie in S3; without it they are dropped. */
  readonly bodyAt?: BodyAt;
}

export type ReadNews =
  | { readonly kind: 'case'; readonly form: CaseForm }
  /** No case can be made of a record, or its prompt was there before. */
  | { readonly kind: 'dropped'; readonly file: string; readonly line: number; readonly reason: string }
  /** A parameter of a request that the case form has no place for. */
  | { readonly kind: 'leftOut'; readonly parameter: string }
  | { readonly kind: 'redacted'; readonly what: PersonalKind };

/** A record and where it comes from: a file, or whatever else holds them. */
export type SourcedRecord = FileRecord & { readonly file: string; readonly id: string };

/**
 * The cases of files, one after another, in any of the forms of docs/cases.md; memory holds one, and the ids of all. Throws
 * `CaseFileError` with every bad line, once the last line is read: what must not begin before all is fine reads the files twice.
 */
export async function* readCases(files: string | readonly string[], terms: ReadTerms = {}): AsyncGenerator<Case> {
  yield* casesFrom(sourcedRecords([files].flat()), terms);
}

/** Cases of the invocation log are redacted, and of those that ask the same only the first is taken. */
export async function* casesFrom(
  records: AsyncIterable<SourcedRecord>,
  { skipped, told = () => undefined, bodyAt }: ReadTerms = {},
): AsyncGenerator<Case> {
  const bad: BadLine[] = [];
  const admitted = admission();
  for await (const record of records) {
    const { file, line } = record;
    const { form, turned, found } = admitted(await turnedRecord(record, record.id, bodyAt));
    if (turned.kind === 'unusable') told({ kind: 'dropped', file, line, reason: turned.reason });
    else if (turned.kind === 'bad') (skipped ?? ((one) => bad.push(one)))({ file, line, problems: turned.problems });
    else {
      for (const what of found) told({ kind: 'redacted', what });
      for (const parameter of turned.leftOut) told({ kind: 'leftOut', parameter });
      told({ kind: 'case', form });
      yield turned.case;
    }
  }
  if (bad.length > 0) throw new CaseFileError(bad);
}

/** Records without an id are called after their line. */
export async function* sourcedRecords(files: readonly string[]): AsyncGenerator<SourcedRecord> {
  for (const file of files) {
    const source = files.length > 1 ? basename(file) : 'line';
    for await (const record of recordsIn(file)) yield { ...record, file, id: `${source}-${record.line}` };
  }
}
