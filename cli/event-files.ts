import { readFileSync } from 'node:fs';
import { BadInputError } from './exit.ts';
import { lineOfFault } from './json-fault.ts';

/** The events of files, in order: each an object, an array or JSON lines; `-` is standard input. Reads all before it answers. */
export function eventsIn(files: readonly string[]): readonly unknown[] {
  return files.flatMap((file) => events(file, contents(file)));
}

function contents(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8').replace(/^\uFEFF/, '');
  } catch (cause) {
    throw new BadInputError(`${file}: cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}

function events(file: string, text: string): unknown[] {
  const whole = json(text);
  if (whole.ok) return Array.isArray(whole.value) ? whole.value : [whole.value];

  const lines = text.split('\n').map((line, index) => ({ line: line.trim(), number: index + 1 }));
  const filled = lines.filter(({ line }) => line !== '');
  const isJsonLines = filled.length > 1 && filled.slice(0, 1).every(({ line }) => json(line).ok);
  if (!isJsonLines)
    throw new BadInputError(
      `${file}:${lineOfFault(whole.error, text)}: expected JSON (an event, an array of events) or JSON lines: ${whole.error}`,
    );

  return filled.map(({ line, number }) => {
    const parsed = json(line);
    if (!parsed.ok) throw new BadInputError(`${file}:${number}: expected one JSON event on each line: ${parsed.error}`);
    return parsed.value;
  });
}

function json(text: string): { ok: true; value: unknown } | { ok: false; error: string } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}
