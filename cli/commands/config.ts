import { readFileSync } from 'node:fs';
import { configurationFile } from '../../adapters/configuration.ts';
import { ConfigurationError } from '../../adapters/configuration.ts';
import { BadInputError, exitCode } from '../exit.ts';
import { printJson, say } from '../output.ts';

/** Checks a configuration file; with `--json` prints it as functions on AWS read it. */
export function checkConfig(file: string, { json }: { readonly json?: boolean }): number {
  const checked = read(file);
  if (json) printJson(checked);
  else say(`${file} is fine: ${Object.keys(checked.teams).length} teams, ${checked.routes.length} routes`);
  return exitCode.fine;
}

function read(file: string) {
  try {
    return configurationFile(readFileSync(file, 'utf8'), file);
  } catch (cause) {
    if (cause instanceof ConfigurationError) throw new BadInputError(cause.message, { cause });
    throw new BadInputError(`${file}: cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}
