import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { PackagedFunction } from './template.ts';

const invoke = `
  const [file, name, event] = process.argv.slice(1);
  const module = await import(file);
  const answer = await module[name](JSON.parse(event));
  process.stdout.write('\\nANSWER ' + JSON.stringify(answer ?? null) + '\\n', () => process.exit(0));
`;

/** Imports the unpacked handler in a process of its own, as Lambda's runtime does, and calls it once. */
export async function runFunction(
  { handler, environment }: PackagedFunction,
  folder: string,
  event: unknown,
  overrides: Readonly<Record<string, string>>,
): Promise<{ answer: unknown; log: string }> {
  const [file = '', name = ''] = handler.split('.');
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', invoke, join(folder, `${file}.mjs`), name, JSON.stringify(event)],
    { cwd: folder, env: { ...environment, ...overrides, LAMBDA_TASK_ROOT: folder, NODE_NO_WARNINGS: '1' } },
  );
  const answer = /^ANSWER (.*)$/m.exec(stdout)?.[1];
  if (answer === undefined) throw new Error(`no answer: ${stdout}${stderr}`);
  return { answer: JSON.parse(answer) as unknown, log: stdout };
}
