import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A state knows the tickets and threads of one Slack and one GitHub; those of another mean nothing to it. */
export class OtherServicesError extends Error {
  override readonly name = 'OtherServicesError';
}

/** Remembers which services a state directory was made with, and refuses others. */
export function keepToServices(directory: string, services: { readonly slack: string; readonly github: string }): void {
  const file = join(directory, 'services.json');
  const wanted = JSON.stringify(services);
  if (!existsSync(file)) {
    writeFileSync(file, wanted);
    return;
  }
  const known = readFileSync(file, 'utf8');
  if (known === wanted) return;
  throw new OtherServicesError(
    `${directory} holds tickets and threads of ${known}, and cannot go on with ${wanted}: choose another state directory, or set the tokens as they were`,
  );
}
