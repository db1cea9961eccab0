import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openRunJournal, RunJournalError } from '../../../adapters/comparison/run-journal.ts';
import { aJudgement } from '../../builders/judgement.ts';

const fullDisk = '/dev/full';

describe('the journal of a run on a full disk', () => {
  it.skipIf(!existsSync(fullDisk))('says so, and puts no line behind one that is not whole', () => {
    const journal = openRunJournal(fullDisk);
    const record = aJudgement('one');

    expect(() => journal.append(record)).toThrow(/ENOSPC/);
    expect(() => journal.append(record)).toThrow(RunJournalError);
  });
});
