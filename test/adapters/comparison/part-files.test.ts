import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { partFiles } from '../../../adapters/comparison/part-files.ts';

describe('lines that come in any order', () => {
  it('stand in the file of their part in the end, and in memory only up to a size', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'parts-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const parts = partFiles(folder, 10);

    await parts.add('00001', 'one\n');
    expect(readdirSync(folder)).toEqual([]);
    for (const [part, line] of [
      ['00002', 'two\n'],
      ['00001', 'three\n'],
      ['00002', 'four\n'],
    ] as const)
      await parts.add(part, line);
    expect(readFileSync(join(folder, 'part-00001.jsonl'), 'utf8')).toBe('one\nthree\n');

    const whole = await parts.whole();
    expect(whole.map(({ name }) => [name, readFileSync(join(folder, name), 'utf8')])).toEqual([
      ['part-00001.jsonl', 'one\nthree\n'],
      ['part-00002.jsonl', 'two\nfour\n'],
    ]);
  });
});
