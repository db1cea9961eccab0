import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ReadTerms } from '../../../adapters/cases/read-cases.ts';
import { readCases } from '../../../adapters/cases/read-cases.ts';
import type { Case } from '../../../domain/cases/case.ts';

/** A file that is gone when the test ends. */
export function aFile(content: string | Buffer, name = 'cases.jsonl'): string {
  const folder = mkdtempSync(join(tmpdir(), 'sundial-cases-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

export function lines(...records: readonly unknown[]): string {
  return records.map((record) => (typeof record === 'string' ? record : JSON.stringify(record))).join('\n');
}

export async function casesIn(content: string | Buffer, terms: ReadTerms = {}): Promise<readonly Case[]> {
  return collected(readCases(aFile(content), terms));
}

export async function collected<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** What is said of a file of bad lines, without where the file lies. */
export async function complaints(content: string): Promise<readonly string[]> {
  try {
    await casesIn(content);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n').map((line) => line.replace(/^.*cases\.jsonl:/, ''));
  }
}
