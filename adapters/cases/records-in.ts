import { positionOfFault } from '../json-fault.ts';
import { jsonObjects } from './json-values.ts';
import { textLines } from './text-lines.ts';
import { textOfFile } from './text-of-file.ts';

/** A value of a file, or why the line that it begins on holds none. */
export type FileRecord =
  { readonly line: number; readonly value: unknown } | { readonly line: number; readonly fault: string };

/** The records of a file, one after another, memory holding one: JSON lines, a JSON array, or objects that go over several lines. */
export async function* recordsIn(file: string): AsyncGenerator<FileRecord> {
  if (await goesOverLines(file)) {
    for await (const { line, text } of jsonObjects(textOfFile(file))) yield { line, ...parsed(text, 'a JSON object') };
    return;
  }
  let line = 0;
  for await (const text of textLines(textOfFile(file))) {
    line += 1;
    if (text.trim() !== '') yield { line, ...parsed(text, 'a JSON object on one line') };
  }
}

/** Whether the first line that is not empty only begins something. */
async function goesOverLines(file: string): Promise<boolean> {
  for await (const text of textLines(textOfFile(file))) {
    const bare = text.trim();
    if (bare !== '') return bare === '{' || bare.startsWith('[');
  }
  return false;
}

function parsed(text: string, expected: string): { value: unknown } | { fault: string } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return { fault: `expected ${expected}: ${faultOf(error, text)}` };
  }
}

/** Where the fault is, and nothing of what stands there: this reaches Slack and the bus, and JSON.parse quotes what it read. */
function faultOf(error: unknown, text: string): string {
  const position = positionOfFault(error instanceof Error ? error.message : '', text);
  return position >= text.trimEnd().length ? 'it ends too early' : `letter ${position + 1} does not belong there`;
}
