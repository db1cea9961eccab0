import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DateTime } from 'luxon';
import { meansAddress } from '../../adapters/cases/case-address.ts';
import { CaseFileError, CaseFileUnreadableError } from '../../adapters/cases/case-file-error.ts';
import { casesFrom } from '../../adapters/cases/read-cases.ts';
import { writeCases } from '../../adapters/cases/write-cases.ts';
import { casesOf, prepareCases } from '../../adapters/comparison/prepare-cases.ts';
import { counting } from '../../domain/cases/case-survey.ts';
import { BadInputError } from '../exit.ts';
import { noteDropped } from './note-dropped.ts';

interface CasesWanted {
  readonly dataset: string;
  /** The folder of the run; `null` where there is none. */
  readonly out: string | null;
  readonly current: string;
  readonly sample: number;
  readonly seed: number;
  readonly region: string;
  readonly skipBad: boolean;
}

/**
 * The file of the cases: the one that is named, or what is drawn, redacted, from an address in AWS into the folder of the run, where a
 * resumed run finds it. Of a log group, which holds the calls of all models, those of the current one are taken.
 */
export async function casesHere(wanted: CasesWanted, now: DateTime): Promise<string> {
  const { dataset, out, current, sample, seed, region, skipBad } = wanted;
  if (!meansAddress(dataset)) return dataset;
  const kept = out === null ? null : join(out, 'cases.jsonl');
  // Drawn for a run that was never begun, they may be others than are wanted now.
  if (kept !== null && existsSync(kept) && existsSync(join(out ?? '', 'run.json'))) return kept;

  // What asks AWS is loaded where AWS is asked.
  const { caseSource } = await import('./case-source.ts');
  const source = await caseSource([dataset], region, now);
  if (out === null) process.once('exit', () => rmSync(source.folder, { recursive: true, force: true }));
  try {
    const [whole, file] = [join(source.folder, 'redacted.jsonl'), kept ?? join(source.folder, 'cases.jsonl')];
    const dropped = counting();
    const { bodyAt } = source;
    const cases = casesFrom(source.records(), {
      ...(bodyAt && { bodyAt }),
      ...(skipBad && { skipped: () => dropped.add('the line holds no case') }),
      told: (news) => {
        if (news.kind === 'dropped') dropped.add(news.reason);
      },
    });
    await writeCases(whole, cases);
    if (out !== null) mkdirSync(out, { recursive: true });
    await prepareCases([whole], file, sample, seed, casesOf(dataset, current));
    noteDropped(dataset, dropped.counts());
    return file;
  } catch (cause) {
    if (cause instanceof CaseFileError || cause instanceof CaseFileUnreadableError)
      throw new BadInputError(`--dataset ${cause.message}`, { cause });
    throw cause;
  } finally {
    if (out !== null) await source.close();
  }
}
