import { join } from 'node:path';
import { meansAddress } from '../../adapters/cases/case-address.ts';
import type { BadLine } from '../../adapters/cases/case-file-error.ts';
import { caseFileHash } from '../../adapters/cases/case-file-hash.ts';
import { casesFrom, readCases } from '../../adapters/cases/read-cases.ts';
import { writeCases } from '../../adapters/cases/write-cases.ts';
import type { Case } from '../../domain/cases/case.ts';
import type { CaseSurvey, Counts } from '../../domain/cases/case-survey.ts';
import { caseSurvey, counting } from '../../domain/cases/case-survey.ts';
import type { CaseSource } from './case-source.ts';

export interface CasesReport extends CaseSurvey {
  /** What lies in AWS has no hash: it may be other tomorrow. */
  readonly files: readonly { readonly file: string; readonly sha256: string | null }[];
  readonly forms: Counts;
  readonly bad: readonly BadLine[];
  /** Records that no case was made of, by reason. */
  readonly dropped: Counts;
  readonly leftOut: Counts;
  readonly redacted: Counts;
  readonly written: { readonly file: string; readonly cases: number; readonly seed: number | null } | null;
}

/** Reads all cases of a source once, and says what is in them; `again` reads the same cases. */
export async function looked(files: readonly string[], source: CaseSource, skipBad: boolean) {
  const hashes: CasesReport['files'][number][] = [];
  for (const file of files) hashes.push({ file, sha256: meansAddress(file) ? null : await caseFileHash(file) });
  const survey = caseSurvey();
  const bad: BadLine[] = [];
  const [forms, dropped, leftOut, redacted] = [counting(), counting(), counting(), counting()];
  const followed = source.bodyAt ? { bodyAt: source.bodyAt } : {};
  const reading = casesFrom(source.records(), {
    ...followed,
    ...(skipBad && { skipped: (line) => bad.push(line) }),
    told(news) {
      if (news.kind === 'case') forms.add(news.form);
      else if (news.kind === 'dropped') dropped.add(news.reason);
      else if (news.kind === 'leftOut') leftOut.add(news.parameter);
      else redacted.add(news.what);
    },
  });
  // A log group is asked once, and what it holds is redacted before it lies on a disk.
  const kept = join(source.folder, 'redacted.jsonl');
  if (source.isRemote) await writeCases(kept, reading);
  for await (const kase of source.isRemote ? readCases(kept) : reading) survey.add(kase);
  const again = (): AsyncIterable<Case> =>
    source.isRemote ? readCases(kept) : readCases(files, { ...followed, ...(skipBad && { skipped: () => undefined }) });
  const counted = {
    forms: forms.counts(),
    dropped: dropped.counts(),
    leftOut: leftOut.counts(),
    redacted: redacted.counts(),
  };
  return { files: hashes, drawn: survey.drawn, again, ...survey.survey(), ...counted, bad };
}
