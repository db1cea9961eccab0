import { createColors } from 'picocolors';

/** Colours on a terminal that wants them, none elsewhere; honours NO_COLOR. */
export const colours = createColors(process.stdout.isTTY && !process.env['NO_COLOR']);

/** The one JSON document of a command. */
export function printJson(document: unknown): void {
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}

export function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** For a person, beside a JSON document or a table. */
export function note(line: string): void {
  process.stderr.write(`${line}\n`);
}
