import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { Case } from '../../domain/cases/case.ts';
import { caseLine } from '../../domain/cases/case-line.ts';

/** Writes cases to a file in the case form, a line for each. It is there whole or not at all. */
export async function writeCases(file: string, cases: AsyncIterable<Case>): Promise<void> {
  const unfinished = `${file}.part`;
  try {
    await pipeline(linesOf(cases), createWriteStream(unfinished));
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function* linesOf(cases: AsyncIterable<Case>): AsyncGenerator<string> {
  for await (const kase of cases) yield `${caseLine(kase)}\n`;
}
