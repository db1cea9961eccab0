import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const imported = /import \{(?<names>[^}]*)\} from '@aws-sdk\/(?<client>[\w-]+)'/g;

/** Comparisons and their cases ask in Sundial's own account alone; custom models are carried as whoever types the command. */
const elsewhere = /^(?:comparison|cases|custom-models|scoring)\b/;

/** The actions behind the commands and the paginators that adapters import for sweeps, of clients by what a policy calls their service. */
export function calledActions(services: Readonly<Record<string, string>>): readonly string[] {
  const calls = readdirSync('adapters', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !elsewhere.test(file))
    .flatMap((file) => [...readFileSync(join('adapters', file), 'utf8').matchAll(imported)])
    .flatMap(({ groups: { names = '', client = '' } = {} }) => {
      const service = services[client];
      const found = [...names.matchAll(/\b(?:paginate(?<pages>\w+)|(?<command>\w+)Command)\b/g)];
      return service ? found.map(({ groups }) => `${service}:${groups?.['pages'] ?? groups?.['command'] ?? ''}`) : [];
    });
  return [...new Set(calls)];
}
