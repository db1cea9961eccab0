import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openRunJournal, RunJournalError } from '../../../adapters/comparison/run-journal.ts';

const fullDisk = '/dev/full';

describe('the journal of a run on a full disk', () => {
  it.skipIf(!existsSync(fullDisk))('says so, and puts no line behind one that is not whole', () => {
    const journal = openRunJournal(fullDisk);
    const record = {
      kind: 'judgement',
      caseId: 'one',
      repeat: 0,
      preferred: 'tie',
      consistent: true,
      reasons: [],
      inputTokens: 1,
      outputTokens: 1,
    } as const;

    expect(() => journal.append(record)).toThrow(/ENOSPC/);
    expect(() => journal.append(record)).toThrow(RunJournalError);
  });
});
