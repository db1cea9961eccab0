import { readFileSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, it } from 'vitest';
import { writeCases } from '../../../adapters/cases/write-cases.ts';
import type { Case } from '../../../domain/cases/case.ts';
import { aCase } from '../../builders/case.ts';
import { aFile } from './case-files.ts';

it('leaves what was there where the cases break off', async () => {
  const file = aFile('before');
  const breaking = (async function* (): AsyncGenerator<Case> {
    await Promise.resolve();
    yield aCase('one');
    throw new Error('broke off');
  })();

  await expect(writeCases(file, breaking)).rejects.toThrow('broke off');

  expect(readFileSync(file, 'utf8')).toBe('before');
  expect(readdirSync(dirname(file))).toEqual(['cases.jsonl']);
});
