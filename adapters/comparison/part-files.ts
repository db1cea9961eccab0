import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Characters that wait in memory until they are written to their files: some hundred lines a file each time. */
const enough = 8 * 1024 ** 2;

/** Sorts lines that come in any order into a file for each part, in a folder; memory does not grow with the lines. */
export function partFiles(folder: string, most = enough) {
  const parts = new Set<string>();
  const waiting = new Map<string, string[]>();
  let length = 0;
  const flush = async () => {
    for (const [part, lines] of waiting) await appendFile(join(folder, nameOf(part)), lines.join(''));
    waiting.clear();
    length = 0;
  };
  return {
    async add(part: string, line: string): Promise<void> {
      parts.add(part);
      const lines = waiting.get(part) ?? [];
      waiting.set(part, lines);
      lines.push(line);
      length += line.length;
      if (length >= most) await flush();
    },
    /** Each part and the name of its file, which is whole. */
    async whole(): Promise<readonly { readonly part: string; readonly name: string }[]> {
      await flush();
      return [...parts].map((part) => ({ part, name: nameOf(part) }));
    },
  };
}

function nameOf(part: string): string {
  return `part-${part}.jsonl`;
}
