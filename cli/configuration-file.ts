import { existsSync, readFileSync } from 'node:fs';
import { ConfigurationError, configurationWithout, readConfiguration } from '../adapters/configuration.ts';
import type { Configuration } from '../domain/configuration.ts';
import { BadInputError } from './exit.ts';

/** What stands on this machine for every tracker without a token. */
const simulated = { kind: 'github', repository: 'sundial/migrations' } as const;

/** The configuration of `--config`, else `./sundial.yml`, else one default team that owns everything. */
export function loadConfiguration(file: string | undefined): Configuration {
  if (file === undefined && !existsSync('sundial.yml')) return configurationWithout(simulated);
  const path = file ?? 'sundial.yml';
  try {
    return readConfiguration(readFileSync(path, 'utf8'), path);
  } catch (cause) {
    if (cause instanceof ConfigurationError) throw new BadInputError(cause.message, { cause });
    throw new BadInputError(
      `--config ${path}: cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}
