import type { Document, LineCounter } from 'yaml';
import { isMap } from 'yaml';

/** The line a field stands on; where it is missing, the line of what should hold it. */
export function lineOf(document: Document, path: readonly PropertyKey[], lines: LineCounter): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    const range = (node as { range?: readonly number[] } | null | undefined)?.range;
    if (range?.[0] !== undefined) return lines.linePos(keyStart(document, path.slice(0, length)) ?? range[0]).line;
  }
  return 1;
}

/** Where the key of a field begins: its value may begin on the next line. */
function keyStart(document: Document, path: readonly PropertyKey[]): number | undefined {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(({ key }) => String(key) === String(path.at(-1)));
  return (pair?.key as { range?: readonly number[] } | undefined)?.range?.[0];
}

/** The line of the alias that a message of `yaml` ends with. */
export function lineOfAlias(message: string, text: string): number {
  const alias = /: (?<alias>\S+)$/.exec(message)?.groups?.['alias'] ?? '';
  return Math.max(1, text.split('\n').findIndex((line) => line.includes(`*${alias}`)) + 1);
}
